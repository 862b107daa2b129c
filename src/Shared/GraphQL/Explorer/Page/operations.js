import { tokensOf } from './lexer.js';

const kinds = ['query', 'mutation', 'subscription'];

/** The names of a document's operations that have one. */
export function operationNames(document) {
  const names = [];
  let depth = 0;
  let begins = true;
  let kind = null;
  for (const token of tokensOf(document)) {
    if (kind !== null && token.kind === 'name') {
      names.push(token.text);
    }

    kind = begins && kinds.includes(token.text) ? token.text : null;
    begins = begins && token.kind === 'comment';
    if (['{', '(', '['].includes(token.text)) {
      depth++;
    } else if (['}', ')', ']'].includes(token.text)) {
      depth--;
      begins = depth === 0 && token.text === '}';
    }
  }

  return names;
}
