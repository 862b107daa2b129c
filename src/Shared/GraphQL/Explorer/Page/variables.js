/**
 * Reads what was written as variables.
 * @throws {SyntaxError} It is no JSON object.
 */
export function variablesIn(text) {
  if (text.trim() === '') {
    return undefined;
  }

  const variables = JSON.parse(text);
  if (variables === null || typeof variables !== 'object' || Array.isArray(variables)) {
    throw new SyntaxError('Variables are a JSON object, such as { "id": "1" }.');
  }

  return variables;
}
