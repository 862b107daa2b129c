import { element } from './dom.js';
import { tokensOfJson } from './lexer.js';
import { paint } from './paint.js';

/** What the endpoint answered. */
export class Result {
  #status;
  #errors;
  #code;
  #goTo;

  /** @param goTo Shows a place in the document. */
  constructor({ status, errors, code }, goTo) {
    this.#status = status;
    this.#errors = errors;
    this.#code = code;
    this.#goTo = goTo;
  }

  showRunning() {
    this.#status.replaceChildren('Running…');
  }

  showFailure(message) {
    this.#status.replaceChildren(element('strong', { className: 'bad' }, 'No answer'));
    this.#showErrors([{ message }]);
    this.#code.textContent = '';
  }

  show({ status, reason, text, json, milliseconds }) {
    const errors = Array.isArray(json?.errors) ? json.errors : [];
    const isGood = status < 400 && errors.length === 0;
    this.#status.replaceChildren(
      element('strong', { className: isGood ? 'good' : 'bad' }, `${status} ${reason}`.trim()),
      `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`,
    );
    this.#showErrors(errors);
    paint(this.#code, json === undefined ? text : JSON.stringify(json, null, 2), json === undefined ? () => [] : tokensOfJson);
  }

  #showErrors(errors) {
    this.#errors.replaceChildren(...errors.map((error) => this.#item(error)));
    this.#errors.hidden = errors.length === 0;
  }

  #item({ message, locations, path }) {
    const places = (locations ?? []).map(({ line, column }) => {
      const place = element('button', { type: 'button', className: 'plain' }, `line ${line}, column ${column}`);
      place.addEventListener('click', () => this.#goTo(line, column));
      return place;
    });
    return element(
      'li',
      {},
      element('p', {}, String(message)),
      element('div', {}, ...places, path ? element('span', {}, `in ${path.join('.')}`) : null),
    );
  }
}
