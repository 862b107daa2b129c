const key = 'graphql-explorer.token';

/** Keeps the token of a field for as long as the tab is open, and nowhere else. */
export function keepToken(field) {
  field.value = sessionStorage.getItem(key) ?? '';
  field.addEventListener('input', () => {
    if (tokenIn(field) === '') {
      sessionStorage.removeItem(key);
    } else {
      sessionStorage.setItem(key, tokenIn(field));
    }
  });
}

/** Without what is copied along with a token. */
export function tokenIn(field) {
  return field.value.trim().replace(/^Bearer\s+/i, '');
}
