// Answers documents as graphql-js does, on the schema and the data of Birds.cs.
// node conformance.mjs <folder with node_modules/graphql> <mode>; JSON comes in, JSON goes out.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [folder, mode] = process.argv.slice(2);
const {
  buildClientSchema, getIntrospectionQuery, graphql, printSchema, validateSchema, specifiedDirectives,
  GraphQLBoolean, GraphQLEnumType, GraphQLError, GraphQLFloat, GraphQLID, GraphQLInputObjectType, GraphQLInt, GraphQLInterfaceType,
  GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLScalarType, GraphQLSchema, GraphQLString,
} = createRequire(join(resolve(folder), 'package.json'))('graphql');

const some = type => new GraphQLNonNull(type);
const list = type => some(new GraphQLList(some(type)));

const ada = { kind: 'User', id: '1', userName: 'ada', displayName: 'Ada', role: 'admin', score: 36.5, joined: '2020-01-02T03:04:05Z', interests: ['mathematics', 'poetry'] };
const bob = { kind: 'User', id: '2', userName: 'bob', displayName: null, role: 'reader', score: 0, joined: '2021-06-07T08:09:10Z', interests: [] };
const tweets = [
  { kind: 'Tweet', id: '10', text: 'Hello, world', authorId: '1', inReplyTo: null, likes: 3 },
  { kind: 'Tweet', id: '11', text: 'Hello, Ada', authorId: '2', inReplyTo: '10', likes: 1 },
  { kind: 'Tweet', id: '12', text: '"Quoted" \\ and\nbroken', authorId: '1', inReplyTo: '11', likes: 0 },
];
const users = [ada, bob];
const userOf = id => users.find(user => user.id === id);
const tweetOf = id => tweets.find(tweet => tweet.id === id);
const fail = message => { throw new Error(message); };

const Role = new GraphQLEnumType({
  name: 'Role',
  description: 'What a user may do.',
  values: {
    READER: { value: 'reader', description: 'Reads.' },
    ADMIN: { value: 'admin' },
    GUEST: { value: 'guest', deprecationReason: 'Nobody is a guest any more.' },
  },
});

const readInstant = text => Number.isNaN(Date.parse(text)) ? fail(`DateTime cannot represent value: ${text}`) : text;
const DateTime = new GraphQLScalarType({
  name: 'DateTime',
  description: 'An instant in UTC.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time',
  serialize: value => value,
  parseValue: value => {
    if (typeof value !== 'string') throw new GraphQLError(`DateTime cannot represent a non string value: ${JSON.stringify(value)}`);
    try { return readInstant(value); } catch (error) { throw new GraphQLError(error.message); }
  },
  parseLiteral: node => {
    if (node.kind !== 'StringValue') throw new GraphQLError(`DateTime cannot represent a non string value: ${node.value}`, { nodes: node });
    try { return readInstant(node.value); } catch (error) { throw new GraphQLError(error.message, { nodes: node }); }
  },
});

const resolveType = value => value.kind;
const Node = new GraphQLInterfaceType({
  name: 'Node', description: 'What has an ID.', resolveType,
  fields: { id: { type: some(GraphQLID), description: 'Unique among all nodes.' } },
});
const Written = new GraphQLInterfaceType({
  name: 'Written', interfaces: [Node], resolveType,
  fields: { id: { type: some(GraphQLID) }, text: { type: some(GraphQLString) } },
});

const User = new GraphQLObjectType({
  name: 'User', description: 'Somebody.', interfaces: [Node],
  fields: () => ({
    id: { type: some(GraphQLID) },
    userName: {
      type: some(GraphQLString),
      args: { upper: { type: GraphQLBoolean, defaultValue: false } },
      resolve: (user, { upper }) => upper ? user.userName.toUpperCase() : user.userName,
    },
    displayName: { type: GraphQLString, description: 'As they like to be called.' },
    role: { type: some(Role) },
    score: { type: some(GraphQLFloat) },
    joined: { type: some(DateTime) },
    interests: { type: list(GraphQLString) },
    tweets: {
      type: list(Tweet), description: 'The newest last.',
      args: { first: { type: some(GraphQLInt), description: 'How many at most.', defaultValue: 2 } },
      resolve: (user, { first }) => tweets.filter(tweet => tweet.authorId === user.id).slice(0, first),
    },
    handle: { type: GraphQLString, deprecationReason: 'Use "userName".', resolve: user => `@${user.userName}` },
  }),
});

const Tweet = new GraphQLObjectType({
  name: 'Tweet', description: 'What somebody said.\n\nIn no more than 280 characters.', interfaces: [Written, Node],
  fields: () => ({
    id: { type: some(GraphQLID) },
    text: { type: some(GraphQLString) },
    likes: { type: some(GraphQLInt) },
    author: { type: some(User), resolve: async tweet => userOf(tweet.authorId) },
    inReplyTo: { type: Tweet, resolve: tweet => tweetOf(tweet.inReplyTo) },
    replies: { type: list(Tweet), resolve: tweet => tweets.filter(candidate => candidate.inReplyTo === tweet.id) },
    secret: { type: GraphQLString, resolve: () => fail('This is secret.') },
    broken: { type: some(GraphQLString), resolve: tweet => tweet.id === '11' ? null : tweet.text },
    thrown: { type: some(GraphQLString), resolve: tweet => tweet.id === '11' ? fail('Thrown.') : tweet.text },
  }),
});

const Filter = new GraphQLInputObjectType({
  name: 'Filter', description: 'Which tweets.',
  fields: {
    text: { type: some(GraphQLString), description: 'Contained in the text.' },
    roles: { type: new GraphQLList(some(Role)), defaultValue: ['admin', 'reader'] },
    minLikes: { type: some(GraphQLInt), defaultValue: 0 },
    limits: { type: new GraphQLList(some(new GraphQLList(GraphQLInt))) },
  },
});

const given = (args, name) => name in args ? String(args[name]) : '-';
const id = { id: { type: some(GraphQLID) } };
const Query = new GraphQLObjectType({
  name: 'Query',
  fields: {
    node: { type: Node, args: id, resolve: (_, args) => [...users, ...tweets].find(node => node.id === args.id) },
    nodes: { type: some(new GraphQLList(Node)), resolve: () => [ada, null, tweets[0]] },
    written: { type: list(Written), resolve: () => tweets },
    me: { type: some(User), resolve: () => ada },
    user: { type: User, args: id, resolve: (_, args) => userOf(args.id) },
    tweets: {
      type: list(Tweet), description: 'All of them.',
      args: { where: { type: Filter, description: 'Leaves the others out.' } },
      resolve: (_, { where }) => !where ? tweets : tweets.filter(tweet =>
        tweet.text.includes(where.text) && tweet.likes >= where.minLikes && (!where.roles || where.roles.includes(userOf(tweet.authorId).role))),
    },
    tweet: { type: Tweet, args: id, resolve: (_, args) => tweetOf(args.id) },
    echo: {
      type: GraphQLString,
      args: { role: { type: Role }, at: { type: DateTime }, number: { type: GraphQLFloat, defaultValue: 1.5 } },
      resolve: (_, args) => `${'role' in args && args.role ? args.role.toUpperCase() : given(args, 'role')} ${given(args, 'at')} ${given(args, 'number')}`,
    },
    maybeTweets: { type: new GraphQLList(Tweet), resolve: () => tweets },
    failing: { type: some(Tweet), resolve: () => fail('Failing.') },
    nan: { type: GraphQLFloat, resolve: () => NaN },
  },
});
const Mutation = new GraphQLObjectType({
  name: 'Mutation',
  fields: {
    post: { type: some(Tweet), args: { text: { type: some(GraphQLString) } }, resolve: (_, { text }) => ({ kind: 'Tweet', id: '99', text, authorId: '1', inReplyTo: null, likes: 0 }) },
    refuse: { type: Tweet, resolve: () => fail('Refused.') },
  },
});

const schema = new GraphQLSchema({
  query: Query, mutation: Mutation, types: [Role, DateTime, Node, Written, User, Tweet, Filter, Query, Mutation],
  directives: specifiedDirectives.filter(directive => directive.name !== 'oneOf'),
});

const input = JSON.parse(readFileSync(0, 'utf8'));
const answers = {
  // What each document gives.
  execute: () => Promise.all(input.map(({ query, variables, operationName }) =>
    graphql({ schema, source: query, variableValues: variables, operationName }))),
  // The introspection of the other schema, as a schema.
  schema: () => {
    const client = buildClientSchema(input.data);
    return { errors: validateSchema(client).map(error => error.message), sdl: printSchema(client), own: printSchema(schema) };
  },
  query: () => getIntrospectionQuery({ specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true }),
};
process.stdout.write(JSON.stringify(await answers[mode]()));
