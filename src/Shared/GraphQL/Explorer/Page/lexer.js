const graphql = /(?<comment>#[^\n\r]*)|(?<string>"""(?:\\"""|[^])*?(?:"""|$)|"(?:\\.|[^"\\\n\r])*"?)|(?<variable>\$\w+)|(?<directive>@\w+)|(?<name>[_A-Za-z]\w*)|(?<number>-?\d[\w.+-]*)|(?<mark>\.{3}|[!&(){}[\]:=|])/g;

const json = /(?<name>"(?:\\.|[^"\\\n\r])*"(?=\s*:))|(?<string>"(?:\\.|[^"\\\n\r])*"?)|(?<number>-?\d[\w.+-]*)|(?<literal>\b(?:true|false|null)\b)/g;

const keywords = ['query', 'mutation', 'subscription', 'fragment', 'on'];

/** What a document is made of, as far as it can be told: one that is still being written has tokens too. */
export const tokensOf = (document) => tokens(document, graphql);

/** The same, where what begins a definition is a keyword. Within selections such a word is a field's name like any other. */
export function tokensToPaint(document) {
  let depth = 0;
  return tokensOf(document).map((token) => {
    depth += token.text === '{' ? 1 : token.text === '}' ? -1 : 0;
    return depth === 0 && keywords.includes(token.text) ? { ...token, kind: 'keyword' } : token;
  });
}

/** What is worth a colour in JSON. */
export const tokensOfJson = (text) => tokens(text, json);

function tokens(text, pattern) {
  return Array.from(text.matchAll(pattern), (match) => ({
    kind: Object.keys(match.groups).find((kind) => match.groups[kind] !== undefined),
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
