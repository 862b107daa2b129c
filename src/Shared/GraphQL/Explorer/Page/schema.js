/** What introspection tells of a schema, by name. */
export class Schema {
  #types;

  constructor(told) {
    this.description = told.description;
    this.#types = new Map(told.types.map((type) => [type.name, type]));
    this.roots = [
      ['query', told.queryType],
      ['mutation', told.mutationType],
      ['subscription', told.subscriptionType],
    ].filter(([, type]) => type).map(([kind, type]) => ({ kind, type: this.find(type.name) }));
  }

  /** Those of introspection are left out. */
  get types() {
    return [...this.#types.values()]
      .filter((type) => !type.name.startsWith('__'))
      .sort((one, other) => one.name.localeCompare(other.name));
  }

  find(name) {
    return this.#types.get(name);
  }

  root(kind) {
    return this.roots.find((root) => root.kind === kind)?.type;
  }

  /** The type of a type's field, without lists and non-nulls. */
  typeOfField(type, name) {
    const field = type?.fields?.find((candidate) => candidate.name === name);
    return field && this.find(named(field.type).name);
  }

  /** Types and fields whose name contains the text, those first that begin with it. */
  search(text) {
    const wanted = text.toLowerCase();
    const found = this.types.flatMap((type) => [
      { type, name: type.name },
      ...members(type).map((member) => ({ type, member: member.name, name: member.name })),
    ]).filter(({ name }) => name.toLowerCase().includes(wanted));
    const begins = ({ name }) => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
    return found.sort((one, other) => begins(one) - begins(other) || one.name.localeCompare(other.name));
  }
}

/** The type within lists and non-nulls. */
export function named(type) {
  return type.ofType ? named(type.ofType) : type;
}

/** Fields of objects and inputs, and values of enums. */
export function members(type) {
  return type.fields ?? type.inputFields ?? type.enumValues ?? [];
}
