/** What the address says after its "#", which no server is ever sent; nothing if it says nothing of a query. */
export function readLink() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  return parameters.has('query')
    ? { document: parameters.get('query'), variables: parameters.get('variables') ?? '', operation: parameters.get('operation') ?? '' }
    : null;
}

/** Makes the address one that opens what is written now. */
export function writeLink({ document, variables, operation }) {
  const parameters = new URLSearchParams({ query: document });
  if (variables.trim() !== '') {
    parameters.set('variables', variables);
  }

  if (operation !== '') {
    parameters.set('operation', operation);
  }

  history.replaceState(null, '', `#${parameters}`);
}
