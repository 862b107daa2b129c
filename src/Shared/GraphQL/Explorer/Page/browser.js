import { element } from './dom.js';
import { describe, itemOf, kindOf, lineOf, signatureOf } from './definitions.js';
import { members } from './schema.js';

/** How many finds are shown. */
const most = 60;

/** Shows a schema, a type at a time. */
export class Browser {
  #page;
  #back;
  #search;
  #schema = null;
  #visited = [];

  constructor({ page, back, search }) {
    this.#page = page;
    this.#back = back;
    this.#search = search;
    back.addEventListener('click', () => this.#return());
    search.addEventListener('input', () => this.#show());
  }

  showProblem(message) {
    this.#schema = null;
    this.#visited = [];
    this.#back.disabled = true;
    this.#page.replaceChildren(element('p', { className: 'problem' }, message));
  }

  /** What was open stays open, if the schema still has it. */
  set schema(schema) {
    this.#schema = schema;
    this.#visited = this.#visited.filter(({ name }) => schema.find(name));
    this.#show();
  }

  #open = (name, member = null) => {
    this.#search.value = '';
    this.#visited.push({ name, member });
    this.#show();
    this.#page.querySelector('h3').focus();
  };

  #return() {
    if (this.#search.value === '') {
      this.#visited.pop();
    }

    this.#search.value = '';
    this.#show();
    this.#page.querySelector('h3').focus();
  }

  #show() {
    if (!this.#schema) {
      return;
    }

    const text = this.#search.value.trim();
    const visited = this.#visited.at(-1);
    this.#back.disabled = !visited && text === '';
    this.#page.replaceChildren(...(text !== '' ? this.#finds(text) : visited ? this.#type(this.#schema.find(visited.name), visited.member) : this.#overview()));
    this.#page.scrollTop = 0;
    this.#page.querySelector('.found')?.scrollIntoView({ block: 'nearest' });
  }

  #finds(text) {
    const found = this.#schema.search(text);
    return [
      heading(found.length === 1 ? '1 match' : `${found.length} matches`),
      element('ul', {}, ...found.slice(0, most).map(({ type, member }) => lineOf(member ? `${type.name}.${member}` : type.name, member ? memberOf(type) : type, () => this.#open(type.name, member ?? null)))),
      found.length > most ? element('p', { className: 'description' }, `The first ${most} are shown.`) : '',
    ];
  }

  #overview() {
    return [
      heading('All types'),
      describe(this.#schema.description),
      ...list('Operations', this.#schema.roots.map(({ kind, type }) => lineOf(type.name, kind, () => this.#open(type.name)))),
      ...list('Types', this.#schema.types
        .filter((type) => !this.#schema.roots.some((root) => root.type === type))
        .map((type) => lineOf(type.name, type, () => this.#open(type.name)))),
    ];
  }

  #type(type, member) {
    const links = (types) => (types ?? []).map(({ name }) => lineOf(name, this.#schema.find(name), () => this.#open(name)));
        return [
      heading(type.name, type),
      describe(type.description),
      type.specifiedByURL ? element('p', { className: 'description' }, `Specified by ${type.specifiedByURL}`) : '',
      ...list('Implements', links(type.interfaces)),
      ...list('Implemented by', links(type.possibleTypes)),
      ...list(`${memberOf(type)}s`, members(type).map((each) => itemOf(each, signatureOf(each, this.#open), each.name === member))),
    ];
  }
}

function heading(text, type) {
  return element('h3', { tabIndex: -1 }, text, type ? element('span', {}, kindOf(type)) : '');
}

function list(title, items) {
  return items.length === 0 ? [] : [element('h4', {}, title), element('ul', {}, ...items)];
}

function memberOf(type) {
  return type.fields ? 'field' : type.inputFields ? 'input field' : 'value';
}
