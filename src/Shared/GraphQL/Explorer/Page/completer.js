import { completionsAfter } from './completion.js';
import { element } from './dom.js';
import { insert } from './editor.js';

/** The list below the caret of a text area. */
export class Completer {
  #area;
  #list;
  #schema = null;
  #beginning = '';
  #chosen = 0;

  constructor(area, list) {
    this.#area = area;
    this.#list = list;
    area.addEventListener('input', (event) => this.#offer(event.inputType === 'insertText' && /^\w$/.test(event.data ?? '')));
    area.addEventListener('keydown', (event) => this.#press(event));
    area.addEventListener('blur', () => this.#close());
    area.addEventListener('click', () => this.#close());
  }

  set schema(schema) {
    this.#schema = schema;
  }

  get #isOpen() {
    return !this.#list.hidden;
  }

  #press(event) {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      this.#offer(true);
      return;
    }

    if (!this.#isOpen || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }

    const items = this.#list.children.length;
    switch (event.key) {
      case 'ArrowDown':
        this.#choose((this.#chosen + 1) % items);
        break;
      case 'ArrowUp':
        this.#choose((this.#chosen + items - 1) % items);
        break;
      case 'Enter':
      case 'Tab':
        this.#take(this.#chosen);
        break;
      case 'Escape':
        this.#close();
        break;
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'Home':
      case 'End':
        this.#close();
        return;
      default:
        return;
    }

    event.preventDefault();
  }

  #offer(isWanted) {
    const { selectionStart: start, selectionEnd: end, value } = this.#area;
    const isWithinName = /\w/.test(value.charAt(start));
    if (!isWanted || !this.#schema || start !== end || isWithinName) {
      this.#close();
      return;
    }

    const text = value.slice(0, start);
    const { beginning, choices } = completionsAfter(text, this.#schema);
    if (choices.length === 0) {
      this.#close();
      return;
    }

    this.#beginning = beginning;
    this.#list.replaceChildren(...choices.map((choice, index) => this.#item(choice, index)));
    this.#list.hidden = false;
    this.#place(text);
    this.#choose(0);
  }

  #item({ name, type }, index) {
    const item = element('li', { id: `completion-${index}`, role: 'option' }, element('span', {}, name), element('span', {}, type));
    // The caret stays in the text.
    item.addEventListener('mousedown', (event) => {
      event.preventDefault();
      this.#take(index);
    });
    return item;
  }

  /** Every character is as wide as any other, and every line as high. */
  #place(text) {
    const lines = text.split('\n');
    const style = getComputedStyle(this.#area);
    const top = parseFloat(style.paddingTop) + lines.length * parseFloat(style.lineHeight);
    this.#list.style.insetBlockStart = `${top}px`;
    this.#list.style.insetInlineStart = `calc(${style.paddingLeft} + ${lines.at(-1).length - this.#beginning.length} * ${this.#widthOfCharacter(style)}px)`;
    this.#list.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #widthOfCharacter(style) {
    const context = document.createElement('canvas').getContext('2d');
    context.font = `${style.fontSize} ${style.fontFamily}`;
    return context.measureText('0').width;
  }

  #choose(index) {
    this.#list.children[this.#chosen]?.setAttribute('aria-selected', 'false');
    this.#chosen = index;
    const item = this.#list.children[index];
    item.setAttribute('aria-selected', 'true');
    item.scrollIntoView({ block: 'nearest' });
    this.#area.setAttribute('aria-activedescendant', item.id);
  }

  #take(index) {
    const name = this.#list.children[index].firstChild.textContent;
    this.#close();
    this.#area.setSelectionRange(this.#area.selectionStart - this.#beginning.length, this.#area.selectionStart);
    insert(name);
  }

  #close() {
    this.#list.hidden = true;
    this.#area.removeAttribute('aria-activedescendant');
  }
}
