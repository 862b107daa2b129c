/** The element of the page that has an id. */
export const byId = (id) => document.getElementById(id);

/** Makes an element. Children that are text become text, and never markup. */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}
