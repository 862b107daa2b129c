import { tokensOf } from './lexer.js';
import { named } from './schema.js';

/**
 * What may be written at the end of a text: the fields of the selection that is open there, or types after "on".
 * Nothing where that cannot be told: in arguments, in comments and texts, and outside of selections.
 * @returns {{ beginning: string, choices: { name: string, type: string }[] }}
 */
export function completionsAfter(text, schema) {
  const tokens = tokensOf(text);
  const last = tokens.at(-1);
  if (!last || (last.end === text.length && ['comment', 'string', 'directive', 'variable', 'number'].includes(last.kind))) {
    return { beginning: '', choices: [] };
  }

  const isBegun = last.kind === 'name' && last.end === text.length;
  const beginning = isBegun ? last.text : '';
  const choices = choicesAfter((isBegun ? tokens.slice(0, -1) : tokens).filter((token) => token.kind !== 'comment'), schema)
    .filter(({ name }) => name.toLowerCase().startsWith(beginning.toLowerCase()));
  return { beginning, choices: choices.some(({ name }) => name === beginning) ? [] : choices };
}

function choicesAfter(tokens, schema) {
  const open = [];
  let brackets = 0;
  let next = schema.root('query');
  let isCondition = false;
  let previous = null;
  let begins = true;
  for (const { kind, text } of tokens) {
    if (text === '(' || text === '[') {
      brackets++;
    } else if (text === ')' || text === ']') {
      brackets--;
    } else if (brackets === 0) {
      if (text === '{') {
        open.push(next);
        next = null;
        begins = false;
      } else if (text === '}') {
        open.pop();
        begins = open.length === 0;
        next = begins ? schema.root('query') : null;
      } else if (text === '...') {
        next = open.at(-1);
      } else if (kind === 'name') {
        if (isCondition) {
          next = schema.find(text);
        } else if (open.length > 0 && previous !== '...') {
          next = schema.typeOfField(open.at(-1), text);
        } else if (begins) {
          next = schema.root(text);
        }

        begins = false;
      }

      isCondition = !isCondition && text === 'on' && (previous === '...' || open.length === 0);
    }

    previous = text;
  }

  if (brackets > 0 || previous === '...') {
    return [];
  }

  return isCondition ? conditions(schema) : fields(open.at(-1));
}

function conditions(schema) {
  return schema.types.filter((type) => type.fields).map((type) => ({ name: type.name, type: '' }));
}

function fields(type) {
  return type?.fields ? [...type.fields.map((field) => ({ name: field.name, type: named(field.type).name })), { name: '__typename', type: 'String' }] : [];
}
