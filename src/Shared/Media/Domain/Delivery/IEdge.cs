namespace SystemDesign.Media.Domain.Delivery;

/// <summary>The edge of this instance, as its operator sees it.</summary>
internal interface IEdge
{
    EdgeFigures Read();
}
