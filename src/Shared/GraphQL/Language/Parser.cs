namespace SystemDesign.GraphQL.Language;

/// <summary>
/// Reads a document by recursive descent (section 2, with the grammar of appendix B). How long and how deep it may be is limited
/// here, since everything that comes after walks over what this makes.
/// </summary>
internal sealed class Parser
{
    private readonly Lexer lexer;
    private readonly GraphQLLimits limits;
    private Token token;
    private int tokens;
    private int nesting;

    private Parser(string source, GraphQLLimits limits)
    {
        lexer = new(source);
        this.limits = limits;
        token = lexer.Next();
    }

    /// <exception cref="GraphQLErrorException">The text is no document, or one beyond the limits.</exception>
    public static Document Parse(string source, GraphQLLimits limits)
    {
        var parser = new Parser(source, limits);
        var definitions = new List<Definition>();
        do
        {
            definitions.Add(parser.Definition());
        }
        while (parser.token.Kind != TokenKind.EndOfFile);

        return new(definitions);
    }

    private Definition Definition() => token switch
    {
        { Kind: TokenKind.BraceLeft } => new Operation(token.Location, OperationKind.Query, null, [], [], Selections()),
        { Kind: TokenKind.Name, Value: "query" } => Operation(OperationKind.Query),
        { Kind: TokenKind.Name, Value: "mutation" } => Operation(OperationKind.Mutation),
        { Kind: TokenKind.Name, Value: "subscription" } => Operation(OperationKind.Subscription),
        { Kind: TokenKind.Name, Value: "fragment" } => Fragment(),
        _ => throw Unexpected(),
    };

    private Operation Operation(OperationKind kind)
    {
        var start = Take().Location;
        var name = token.Kind == TokenKind.Name ? Name() : null;
        return new(start, kind, name, OptionalMany(TokenKind.ParenthesisLeft, VariableDefinition, TokenKind.ParenthesisRight), Directives(), Selections());
    }

    private Fragment Fragment()
    {
        var start = Take().Location;
        var name = token.Value == "on" ? throw Unexpected() : Name();
        if (token is not { Kind: TokenKind.Name, Value: "on" })
        {
            throw SyntaxError.At(token.Location, $"Expected \"on\", found {token}.");
        }

        Take();
        return new(start, name, NamedType(), Directives(), Selections());
    }

    private VariableDefinition VariableDefinition()
    {
        var variable = Variable();
        Expect(TokenKind.Colon);
        return new(variable.Location, variable, Type(), TakeIf(TokenKind.Equals) ? Value(isConstant: true) : null, Directives(isConstant: true));
    }

    private Variable Variable() => new(Expect(TokenKind.Dollar).Location, Name());

    private SelectionSet Selections() => Nested(() => new SelectionSet(token.Location, Many(TokenKind.BraceLeft, Selection, TokenKind.BraceRight)));

    private Selection Selection() => token.Kind == TokenKind.Spread ? Spread() : Field();

    private Field Field()
    {
        var first = Name();
        var (alias, name) = TakeIf(TokenKind.Colon) ? (first, Name()) : (null, first);
        return new(first.Location, alias, name, Arguments(), Directives(), token.Kind == TokenKind.BraceLeft ? Selections() : null);
    }

    private Selection Spread()
    {
        var start = Take().Location;
        if (token is { Kind: TokenKind.Name, Value: not "on" })
        {
            return new FragmentSpread(start, Name(), Directives());
        }

        NamedTypeNode? on = null;
        if (token.Kind == TokenKind.Name)
        {
            Take();
            on = NamedType();
        }

        return new InlineFragment(start, on, Directives(), Selections());
    }

    private List<Argument> Arguments(bool isConstant = false) => OptionalMany(
        TokenKind.ParenthesisLeft,
        () =>
        {
            var name = Name();
            Expect(TokenKind.Colon);
            return new Argument(name, Value(isConstant));
        },
        TokenKind.ParenthesisRight);

    private List<Directive> Directives(bool isConstant = false)
    {
        List<Directive> directives = [];
        while (token.Kind == TokenKind.At)
        {
            directives.Add(new(Take().Location, Name(), Arguments(isConstant)));
        }

        return directives;
    }

    private Value Value(bool isConstant)
    {
        var start = token.Location;
        return token.Kind switch
        {
            TokenKind.BracketLeft => Nested(() => new ListValue(start, Any(TokenKind.BracketLeft, () => Value(isConstant), TokenKind.BracketRight))),
            TokenKind.BraceLeft => Nested(() => new ObjectValue(start, Any(TokenKind.BraceLeft, () => ObjectField(isConstant), TokenKind.BraceRight))),
            TokenKind.Int => new IntValue(start, Take().Value!),
            TokenKind.Float => new FloatValue(start, Take().Value!),
            TokenKind.String => new StringValue(start, Take().Value!, IsBlock: false),
            TokenKind.BlockString => new StringValue(start, Take().Value!, IsBlock: true),
            TokenKind.Name => Take().Value switch
            {
                "true" => new BooleanValue(start, IsTrue: true),
                "false" => new BooleanValue(start, IsTrue: false),
                "null" => new NullValue(start),
                var name => new EnumValue(start, name!),
            },
            TokenKind.Dollar when isConstant => throw VariableInConstant(),
            TokenKind.Dollar => Variable(),
            _ => throw Unexpected(),
        };
    }

    private GraphQLErrorException VariableInConstant()
    {
        var dollar = Take();
        return SyntaxError.At(
            dollar.Location,
            token.Kind == TokenKind.Name ? $"Unexpected variable \"${token.Value}\" in constant value." : $"Unexpected {dollar}.");
    }

    private ObjectField ObjectField(bool isConstant)
    {
        var name = Name();
        Expect(TokenKind.Colon);
        return new(name, Value(isConstant));
    }

    private TypeNode Type()
    {
        var start = token.Location;
        TypeNode type = token.Kind == TokenKind.BracketLeft ? Nested(ListType) : NamedType();
        return TakeIf(TokenKind.Bang) ? new NonNullTypeNode(start, type) : type;
    }

    private ListTypeNode ListType()
    {
        var start = Take().Location;
        var of = Type();
        Expect(TokenKind.BracketRight);
        return new(start, of);
    }

    private NamedTypeNode NamedType() => Name() is var name ? new(name.Location, name.Text) : null!;

    private Name Name() => Expect(TokenKind.Name) is var name ? new(name.Location, name.Value!) : null!;

    private List<T> OptionalMany<T>(TokenKind open, Func<T> item, TokenKind close) => token.Kind == open ? Many(open, item, close) : [];

    private List<T> Many<T>(TokenKind open, Func<T> item, TokenKind close)
    {
        Expect(open);
        List<T> items = [item()];
        while (!TakeIf(close))
        {
            items.Add(item());
        }

        return items;
    }

    private List<T> Any<T>(TokenKind open, Func<T> item, TokenKind close)
    {
        Expect(open);
        List<T> items = [];
        while (!TakeIf(close))
        {
            items.Add(item());
        }

        return items;
    }

    /// <summary>Whatever may hold itself is read through here, so that brackets cannot exhaust the stack.</summary>
    private T Nested<T>(Func<T> read)
    {
        if (++nesting > limits.Nesting)
        {
            throw SyntaxError.At(token.Location, $"Document is nested deeper than {limits.Nesting} levels. Parsing aborted.");
        }

        var result = read();
        nesting--;
        return result;
    }

    private Token Take()
    {
        var taken = token;
        token = lexer.Next();
        return token.Kind != TokenKind.EndOfFile && ++tokens > limits.Tokens
            ? throw SyntaxError.At(token.Location, $"Document contains more than {limits.Tokens} tokens. Parsing aborted.")
            : taken;
    }

    private bool TakeIf(TokenKind kind)
    {
        if (token.Kind != kind)
        {
            return false;
        }

        Take();
        return true;
    }

    private Token Expect(TokenKind kind) =>
        token.Kind == kind ? Take() : throw SyntaxError.At(token.Location, $"Expected {Token.NameOf(kind)}, found {token}.");

    private GraphQLErrorException Unexpected() => SyntaxError.At(token.Location, $"Unexpected {token}.");
}
