import { Browser } from './browser.js';
import { Completer } from './completer.js';
import { byId, element } from './dom.js';
import { Editor } from './editor.js';
import { introspection } from './introspection.js';
import { tokensOfJson, tokensToPaint } from './lexer.js';
import { readLink, writeLink } from './link.js';
import { operationNames } from './operations.js';
import { ask } from './request.js';
import { Result } from './result.js';
import { Schema } from './schema.js';
import { keepToken, tokenIn } from './token.js';
import { variablesIn } from './variables.js';

const { endpoint, examples } = JSON.parse(byId('settings').textContent);
const token = byId('token');
const operation = byId('operation');
// First, since keys are its own while its list is open.
const completer = new Completer(byId('query'), byId('completions'));
const query = new Editor(byId('query'), tokensToPaint);
const variables = new Editor(byId('variables'), tokensOfJson);
const result = new Result({ status: byId('status'), errors: byId('errors'), code: byId('result') }, (line, column) => query.goTo(line, column));
const browser = new Browser({ page: byId('browser'), back: byId('back'), search: byId('search') });
let running = null;
let hasSchema = false;

function write(given) {
  query.text = given.document;
  variables.text = given.variables ?? '';
  showOperations(given.operation);
  readVariables();
}

function written() {
  return { document: query.text, variables: variables.text, operation: operation.value };
}

function showOperations(chosen = operation.value) {
  const names = operationNames(query.text);
  operation.replaceChildren(...names.map((name) => element('option', {}, name)));
  operation.value = names.includes(chosen) ? chosen : names[0] ?? '';
  byId('operations').hidden = names.length < 2;
}

/** Says what is wrong with them, if anything is. */
function readVariables() {
  try {
    const read = variablesIn(variables.text);
    byId('variables-problem').textContent = '';
    byId('variables').removeAttribute('aria-invalid');
    return { read };
  } catch (error) {
    byId('variables-problem').textContent = error.message;
    byId('variables').setAttribute('aria-invalid', 'true');
    return null;
  }
}

async function run() {
  showOperations();
  const given = readVariables();
  if (!given) {
    byId('variables').focus();
    return;
  }

  writeLink(written());
  running?.abort();
  const stopping = running = new AbortController();
  result.showRunning();
  try {
    const request = { query: query.text, variables: given.read, operationName: operation.value || undefined };
    result.show(await ask(endpoint, tokenIn(token), request, stopping.signal));
  } catch (error) {
    if (!stopping.signal.aborted) {
      result.showFailure(error.message);
    }
  }
}

async function loadSchema() {
  try {
    const { status, json } = await ask(endpoint, tokenIn(token), { query: introspection });
    hasSchema = Boolean(json?.data?.__schema);
    if (hasSchema) {
      browser.schema = completer.schema = new Schema(json.data.__schema);
    } else if (status === 401) {
      browser.showProblem('Who is not signed in is not told the schema: put an access token above.');
    } else {
      browser.showProblem(`The schema was not told: ${json?.errors?.[0]?.message ?? json?.title ?? `status ${status}`}`);
    }
  } catch (error) {
    browser.showProblem(`The schema was not told: ${error.message}`);
  }
}

async function copyLink({ currentTarget: button }) {
  writeLink(written());
  try {
    await navigator.clipboard.writeText(location.href);
    button.textContent = 'Copied';
  } catch {
    // Only pages that came encrypted, or from this machine, may write there.
    button.textContent = 'In the address bar';
  }
}

byId('endpoint').textContent = endpoint;
byId('examples').hidden = examples.length === 0;
byId('example').append(...examples.map(({ name }) => element('option', {}, name)));
byId('example').selectedIndex = -1;
keepToken(token);

byId('run').addEventListener('click', run);
byId('link').addEventListener('click', copyLink);
byId('link').addEventListener('blur', () => { byId('link').textContent = 'Copy link'; });
byId('reload').addEventListener('click', loadSchema);
byId('query').addEventListener('input', () => showOperations());
byId('variables').addEventListener('input', readVariables);
byId('example').addEventListener('change', ({ target }) => {
  write(examples[target.selectedIndex]);
  writeLink(written());
});
// A schema that was refused may be told to somebody.
token.addEventListener('change', () => hasSchema || loadSchema());
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});
addEventListener('hashchange', () => {
  const linked = readLink();
  if (linked) {
    write(linked);
  }
});

const linked = readLink();
if (!linked && examples.length > 0) {
  byId('example').selectedIndex = 0;
}

write(linked ?? examples[0] ?? { document: '{\n  __typename\n}' });
loadSchema();
