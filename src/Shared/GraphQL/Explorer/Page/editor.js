import { paint } from './paint.js';

const indent = '  ';

/** A text area with line numbers, colours and the keys of an editor. */
export class Editor {
  #area;
  #numbers;
  #paint;
  #tokens;
  #leaves = false;

  /** @param tokens What of the text is in which colour. */
  constructor(area, tokens) {
    const editor = area.closest('.editor');
    this.#area = area;
    this.#numbers = editor.querySelector('.numbers');
    this.#paint = editor.querySelector('.paint');
    this.#tokens = tokens;
    area.addEventListener('input', () => this.#show());
    area.addEventListener('keydown', (event) => this.#press(event));
    area.addEventListener('blur', () => { this.#leaves = false; });
    this.#show();
  }

  get text() {
    return this.#area.value;
  }

  set text(value) {
    this.#area.value = value;
    this.#show();
  }

  /** Puts the caret where an error is, both counted from one. */
  goTo(line, column) {
    const before = this.text.split('\n').slice(0, line - 1).join('\n');
    const offset = (line > 1 ? before.length + 1 : 0) + column - 1;
    const name = /^\w*/.exec(this.text.slice(offset))[0];
    this.#area.focus();
    this.#area.setSelectionRange(offset, offset + name.length);
    this.#paint.parentElement.scrollIntoView({ block: 'nearest' });
  }

  #show() {
    // A last line that is empty has a height only if something follows it.
    paint(this.#paint, `${this.text}\n`, this.#tokens);
    const lines = this.text.split('\n').length;
    this.#numbers.textContent = Array.from({ length: lines }, (_, index) => index + 1).join('\n');
  }

  /** Somebody without a mouse must be able to get out: after Escape, Tab does what it does elsewhere. */
  #press(event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }

    if (event.key === 'Tab' && !this.#leaves) {
      event.preventDefault();
      this.#shift(event.shiftKey);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#break();
    }

    this.#leaves = event.key === 'Escape' || (this.#leaves && event.key === 'Shift');
  }

  #break() {
    const { selectionStart: start, value } = this.#area;
    const line = value.slice(value.lastIndexOf('\n', start - 1) + 1, start);
    insert(`\n${/^\s*/.exec(line)[0]}${/[{([]\s*$/.test(line) ? indent : ''}`);
  }

  #shift(back) {
    const { selectionStart: start, selectionEnd: end, value } = this.#area;
    if (!back && start === end) {
      insert(indent);
      return;
    }

    const from = value.lastIndexOf('\n', start - 1) + 1;
    const lines = value.slice(from, end);
    const shifted = back ? lines.replace(/^ {1,2}/gm, '') : lines.replace(/^(?=.)/gm, indent);
    if (shifted !== lines) {
      this.#area.setSelectionRange(from, end);
      insert(shifted);
      this.#area.setSelectionRange(start === end ? from + shifted.length : from, from + shifted.length);
    }
  }
}

/** As if it were typed: no other way keeps what can be undone. */
export function insert(text) {
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
}
