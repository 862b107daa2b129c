import { element } from './dom.js';

/** Beyond this many characters colours cost more time than they are worth. */
const limit = 200_000;

/** Shows text in an element, its tokens in colours. */
export function paint(target, text, tokens) {
  if (text.length > limit) {
    target.textContent = text;
    return;
  }

  const parts = [];
  let end = 0;
  for (const token of tokens(text)) {
    parts.push(text.slice(end, token.start), token.kind === 'mark' ? token.text : element('span', { className: token.kind }, token.text));
    end = token.end;
  }

  target.replaceChildren(...parts, text.slice(end));
}
