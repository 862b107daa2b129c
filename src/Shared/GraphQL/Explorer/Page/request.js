/** Asks the endpoint, and says what it answered and how long that took, in milliseconds. */
export async function ask(endpoint, token, request, signal) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json, application/json;q=0.9' };
  if (token !== '') {
    headers.Authorization = `Bearer ${token}`;
  }

  const begun = performance.now();
  const response = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(request), credentials: 'omit', cache: 'no-store', signal });
  const text = await response.text();
  return { status: response.status, reason: response.statusText, text, json: parsed(text), milliseconds: performance.now() - begun };
}

/** Nothing for what is no JSON, such as a page of a proxy. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
