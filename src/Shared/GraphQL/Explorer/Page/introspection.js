const reference = (depth) => depth === 0 ? 'kind name' : `kind name ofType { ${reference(depth - 1)} }`;

/** Asks for all that the browser shows. */
export const introspection = `query Introspection {
  __schema {
    description
    queryType { name }
    mutationType { name }
    subscriptionType { name }
    types {
      kind
      name
      description
      specifiedByURL
      fields(includeDeprecated: true) { name description isDeprecated deprecationReason args(includeDeprecated: true) { ...Input } type { ...Reference } }
      inputFields(includeDeprecated: true) { ...Input }
      interfaces { ...Reference }
      possibleTypes { ...Reference }
      enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
    }
  }
}
fragment Input on __InputValue { name description defaultValue isDeprecated deprecationReason type { ...Reference } }
fragment Reference on __Type { ${reference(9)} }`;
