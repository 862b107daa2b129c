import { element } from './dom.js';
import { named } from './schema.js';

/** A name to click, and what kind of thing it is. */
export function lineOf(name, kind, open) {
  const link = element('button', { type: 'button', className: 'plain' }, name);
  link.addEventListener('click', open);
  return element('li', { className: 'pair' }, link, element('span', { className: 'kind' }, kind.kind ? kindOf(kind) : kind));
}

export function kindOf(type) {
  return type.kind.toLowerCase().replace('_', ' ');
}

/** A field, an input field or a value, with all that is said of it. */
export function itemOf(member, signature, isFound) {
  return element(
    'li',
    { className: [member.isDeprecated ? 'marked' : '', isFound ? 'found' : ''].join(' ').trim() },
    signature,
    describe(member.description),
    member.isDeprecated ? element('p', { className: 'deprecated' }, `Deprecated: ${member.deprecationReason}`) : '',
  );
}

/** name(argument: Type = default): Type, each type a link. */
export function signatureOf(member, open) {
  return element('div', { className: 'signature' }, element('span', { className: 'name' }, member.name), ...argumentsOf(member.args ?? [], open), ...typeOf(member, open));
}

export function describe(text) {
  return text ? element('p', { className: 'description' }, text) : '';
}

/** One that there is nothing to say of stays on the line of its field. */
function argumentsOf(given, open) {
  const isShort = given.length === 1 && !given[0].description;
  return given.length === 0 ? [] : ['(', ...given.map((argument) => element(
    'span',
    { className: isShort ? '' : 'argument' },
    element('span', { className: 'variable' }, argument.name),
    ...typeOf(argument, open),
    argument.description ? element('span', { className: 'description' }, argument.description) : '',
  )), ')'];
}

/** Values of enums have none. */
function typeOf({ type, defaultValue }, open) {
  return type ? [': ', ...reference(type, open), defaultValue === null || defaultValue === undefined ? '' : ` = ${defaultValue}`] : [];
}

function reference(type, open) {
  switch (type.kind) {
    case 'NON_NULL':
      return [...reference(type.ofType, open), '!'];
    case 'LIST':
      return ['[', ...reference(type.ofType, open), ']'];
    default: {
      const link = element('button', { type: 'button', className: 'plain' }, type.name);
      link.addEventListener('click', () => open(named(type).name));
      return [link];
    }
  }
}
