using SystemDesign.Platform.Design;

namespace SystemDesign.Twitter;

/// <summary>What somebody may try, and what keeps them from it.</summary>
internal static class TwitterSecurity
{
    public static IReadOnlyList<SecurityMeasure> All { get; } =
    [
        new("To be told of a tweet that one may not see.", "Who hears of it is asked when it is told, by the rule of who may see it.", "NoticeTests.TW_14_What_a_private_author_writes_is_told_to_their_followers_alone"),
        new("To reach somebody who blocks or mutes one.", "They hear nothing of it.", "NoticeTests.TW_14_What_keeps_somebody_from_being_told_counts_until_the_last_moment"),
        new(
            "To flood somebody with likes, by many accounts or by one again and again.",
            "They are told together, and each account counts once.",
            "CrowdTests.TW_14_Whoever_took_it_back_is_blocked_or_muted_by_then_or_comes_again_and_again_is_not_one_more"),
        new("To read how others' tweets do.", "404, as if there were none.", "ImpressionTests.TW_15_Nobody_else_is_told_and_of_no_tweet_is_anything"),
        new("To look at one's own tweet so often that it seems to be seen.", "One's own views do not count.", "ImpressionTests.TW_15_Ones_own_tweets_are_not_seen_by_oneself"),
        new(
            "To read what is private, or of somebody who blocks one, by a way that was forgotten.",
            "Who may read is a matrix, and each route that reads, GraphQL's fields among them, is asked in each of its cases; a route that is new is not left out.",
            "PrivacyMatrixTests.Nobody_reads_by_any_route_what_they_may_not_see_and_who_may_finds_it"),
        new("To add a way that the matrix does not know.", "A test compares it with the routes that there are.", "PrivacyMatrixTests.The_matrix_knows_every_route_that_can_be_read"),
        new("To go by GraphQL from a tweet that one may see to one that one may not.", "Each step asks again whether one may.", "GraphPrivacyTests.No_way_leads_to_a_tweet_that_is_not_for_who_reads"),
        new(
            "A document that is nested so deep that it never ends.",
            "It may have 12 fields within fields, which is looked at before anything is read.",
            "GraphProblemTests.What_is_nested_too_deep_is_refused_before_anything_is_read"),
        new(
            "A short document that asks for pages of pages of pages.",
            "It costs its fields, each as often as the pages around it may have items: 10,000 at most.",
            "GraphProblemTests.What_costs_too_much_is_refused_before_anything_is_read"),
        new("To change something by a link that somebody follows.", "A GET is for queries only.", "GraphProblemTests.A_get_is_for_queries_only"),
        new("To put another document under a hash that others ask for.", "What is kept under a hash has it.", "GraphPersistedTests.Nobody_puts_another_document_under_a_hash"),
        new("To find what one may not see by words that are in it.", "The index knows more than is shown: what it finds is asked whether one may see it.", "TweetSearchTests.Shows_only_what_one_may_see_though_the_index_knows_more"),
        new("A search in the language of the database behind it.", "Words are cut before they come to it, and every sign that is of no word parts words.", "TweetSearchTests.Whatever_is_looked_for_is_no_error"),
        new("To make a trend alone.", "Tags rank by how many people wrote with them.", "TrendTests.Tags_rank_by_how_many_people_wrote_with_them_and_not_by_how_often"),
        new("To learn from trends what private people write about.", "They count for none.", "TrendTests.Who_is_private_counts_for_none_and_who_goes_private_is_out_at_once"),
        new("To go on in somebody else's feed by their cursor.", "A cursor is of one person's feed.", "FeedRouteTests.A_cursor_of_anothers_feed_is_refused"),
        new("To turn the knob without being an operator.", "403.", "FeedRouteTests.TW_9_Operators_alone_turn_the_knob_and_only_to_what_there_is"),
        new(
            "To see anything of somebody who has left, before it is erased.",
            "They are hidden from the transaction on in which they leave.",
            "ErasureTests.Nothing_of_them_is_seen_or_counted_any_more_before_the_last_of_it_is_erased"),
        new("A made-up access token.", "401.", "AccessTokenTests.A_token_that_nobody_issued_is_refused"),
        new("To forget the token on a route that is new.", "Every route of a module asks for one, unless it is opened on purpose.", "RouteTests.Every_route_that_is_not_opened_on_purpose_asks_for_a_token"),
    ];
}
