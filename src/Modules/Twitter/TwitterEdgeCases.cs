using SystemDesign.Platform.Design;

namespace SystemDesign.Twitter;

/// <summary>Step 5 of the design: what happens rarely, or at once, or half; each with the test that shows it.</summary>
internal static class TwitterEdgeCases
{
    public static IReadOnlyList<EdgeCase> All { get; } = [.. OfTweets, .. OfFeeds, .. OfTheGraph, .. OfDiscovery, .. OfNotices, .. OfImpressions];

    private static IEnumerable<EdgeCase> OfTweets =>
    [
        new("TW-5", "A client does not know whether its tweet arrived, and sends it 50 times at once under one key.", "There is one.", "PostTweetTests.Of_50_at_once_under_one_key_there_is_one_tweet"),
        new("TW-5", "50 arrive at once from one author.", "All are there and counted.", "PostTweetTests.Of_50_that_one_posts_at_once_all_are_there_and_counted"),
        new("TW-5", "It answers or quotes what is deleted or hidden.", "400, naming the field.", "PostTweetTests.Answers_and_quotes_nothing_that_is_deleted_or_hidden"),
        new("TW-13", "50 like a tweet at once, and take it back.", "The count is the number of rows, at each end.", "EngagementTests.Of_50_people_at_once_it_is_50_and_none_when_all_take_it_back"),
        new("TW-13", "50 delete a tweet at once.", "One did, the others hear 404.", "DeleteTweetTests.Of_50_who_delete_it_at_once_one_did"),
        new("TW-13", "Others answer, quote, like and repost a tweet while it is deleted.", "They come before it, or hear that it is gone.", "DeleteTweetTests.Who_answers_quotes_likes_and_reposts_meanwhile_comes_before_it_or_hears_that_it_is_gone"),
        new("TW-13", "A tweet in the middle of a thread is deleted or hidden.", "What is above it is left out, and what is below it stays.", "ThreadTests.Leaves_out_what_is_hidden_and_what_is_above_what_is_deleted"),
        new("TW-13", "Somebody who leaves did very much here.", "All of it goes, a portion at a time, and nobody else's.", "ErasureTests.However_much_somebody_did_all_of_it_goes_and_nobody_elses"),
        new("TW-13", "The erasure breaks off.", "It is gone on with, and nothing is counted twice.", "ErasureTests.Wherever_it_breaks_off_it_is_gone_on_with_and_nothing_is_counted_twice"),
        new("TW-13", "Something comes late from somebody who left, by a token that lasts.", "It goes when no token of theirs can last any more.", "ErasureTests.What_comes_late_by_a_token_that_lasts_goes_when_no_token_can_last_any_more"),
    ];

    private static IEnumerable<EdgeCase> OfFeeds =>
    [
        new("TW-6", "1,000 tweets arrive while somebody pages.", "Nothing is skipped or repeated.", "FeedTests.TW_6_While_1000_tweets_arrive_a_reader_who_pages_skips_and_repeats_nothing"),
        new("TW-7", "A page of tweets with authors, counts and first answers is long.", "It costs as many statements as a short one.", "GraphStatementTests.TW_7_A_page_of_20_tweets_with_authors_counts_and_first_replies_costs_no_more_statements_than_one_of_5"),
        new("TW-7", "One of several changes in a document fails.", "The others stay done, and its problem is told.", "GraphMutationTests.A_change_that_fails_undoes_none_of_the_others"),
        new("TW-7", "A document that posts a tweet is sent twice under a key.", "There is one tweet.", "GraphMutationTests.A_document_that_posts_one_tweet_can_be_sent_twice_under_a_key"),
        new("TW-8", "A transaction of the push fails, before or after its commit.", "Every follower has the tweet once.", "FanOutTests.TW_8_Whichever_transaction_fails_before_or_after_its_commit_every_follower_has_the_tweet_once"),
        new("TW-8", "The process is killed amid 100,000 followers.", "The next one goes on where it stopped.", "FanOutTests.TW_8_A_process_that_is_killed_amid_100000_followers_goes_on_where_it_stopped"),
        new("TW-8", "Two instances push at once.", "Each entry is pushed once.", "FanOutTests.TW_8_Two_instances_that_push_at_once_push_each_entry_once"),
        new("TW-8", "Somebody follows many who write much.", "Their feed has 800 lines at most, and goes on by pull below.", "FanOutTests.TW_8_A_feed_is_bounded_and_goes_on_by_pull_below_its_lines"),
        new("TW-8", "A repost is taken back, or its tweet deleted, while it is pushed.", "It goes no further.", "EngagementTests.A_repost_that_is_on_its_way_into_feeds_goes_no_further_when_it_is_taken_back_or_its_tweet_deleted"),
        new("TW-8", "The operator's seed makes feeds too.", "They have the newest lines of those who are pushed.", "TwitterSeedTests.TW_8_Feeds_that_are_asked_for_have_the_newest_lines_of_those_who_are_pushed"),
        new("TW-9", "The policy changes while people post, follow, block, mute and delete.", "Push, pull and hybrid answer what the rule says, at every moment.", "FeedPropertyTests.TW_9_Push_pull_and_hybrid_answer_what_the_rule_says_at_every_moment"),
        new("TW-9", "50 follow and unfollow across the threshold while tweets are posted.", "Nothing is lost or doubled.", "FanOutTests.TW_9_While_50_follow_and_unfollow_across_the_threshold_and_tweets_are_posted_nothing_is_lost_or_doubled"),
        new("TW-12", "Somebody does something that shows in a page that is kept.", "The next read shows it.", "FeedRouteTests.TW_12_A_kept_page_is_never_behind_whoever_does_something_that_shows_in_it"),
        new("TW-12", "Somebody returns after 15 days.", "They read by pull at once, and are pushed to again.", "FeedTests.Whoever_was_away_for_long_is_not_pushed_to_and_never_finds_an_empty_feed"),
        new("TW-12", "There are more segments than a read should look into.", "Old ones are put together, and their lines stay.", "FeedTests.Old_segments_are_put_together_and_their_lines_stay"),
        new("TW-12", "Somebody unfollows or blocks, or a tweet is deleted, that was pushed.", "It is out of the feed.", "FeedTests.Who_unfollows_blocks_or_deletes_takes_what_was_pushed_out_of_the_feed"),
    ];

    private static IEnumerable<EdgeCase> OfTheGraph =>
    [
        new("TW-10", "Somebody follows and unfollows 50 times at once.", "Counts are those of who is left.", "FollowTests.Whoever_comes_and_goes_50_at_once_counts_are_those_of_who_is_left"),
        new("TW-10", "Somebody follows while they are being blocked.", "They do not follow afterwards.", "FollowTests.Who_follows_while_they_are_blocked_does_not_follow_afterwards"),
        new("TW-10", "A request is accepted, declined and taken back 50 times at once.", "One was first.", "FollowTests.Of_50_who_accept_decline_and_take_back_at_once_one_was_first"),
        new("TW-10", "A private person opens up while others ask.", "All who asked follow.", "FollowTests.Who_opens_up_lets_all_in_who_had_asked_and_who_asks_meanwhile"),
        new("TW-10", "Two block each other at once.", "Both do.", "BlockMuteTests.Of_50_who_block_each_other_at_once_both_do"),
        new("TW-10", "The friends of somebody have 100,000 edges.", "40,000 are read at most.", "RecommendationTests.TW_10_Of_a_hundred_thousand_edges_no_more_than_forty_thousand_are_read"),
        new("TW-10", "Whom friends follow is followed, asked, blocked or muted already, or has left.", "They are not recommended.", "RecommendationTests.TW_10_Nobody_is_recommended_when"),
        new("TW-10", "Somebody is new, and follows nobody.", "They are shown whom most follow.", "RecommendationTests.Whoever_is_new_is_shown_those_with_the_most_followers_who_are_not_private"),
        new("TW-11", "Somebody does 50 things at once before anybody told of them.", "They are one person.", "ProfileTests.Whoever_does_50_things_at_once_before_anybody_told_of_them_is_one_person"),
        new("TW-11", "Somebody is renamed twice, and the events come the other way round.", "The newest name stands.", "ProfileTests.The_newest_name_stands_in_whatever_order_they_are_told"),
    ];

    private static IEnumerable<EdgeCase> OfDiscovery =>
    [
        new("TW-13", "A tweet is deleted before it was indexed.", "It is not in the index.", "SearchIndexTests.What_is_deleted_before_it_was_indexed_is_not_in_the_index"),
        new("TW-13", "Two tweets come upon the same place in the index.", "Both are found.", "SearchIndexTests.Two_tweets_that_come_upon_the_same_place_are_both_found"),
        new("TW-13", "The index is lost, or has what should not be in it.", "It is made anew.", "SearchIndexTests.An_index_that_is_lost_is_rebuilt_and_what_should_not_be_in_it_goes"),
        new("TW-13", "The rebuild breaks off.", "It goes on behind the portion before.", "SearchIndexTests.A_rebuild_goes_on_behind_the_portion_before"),
        new("TW-13", "Others write while somebody pages through what was found.", "Each is shown once.", "TweetSearchTests.Pages_show_each_once_while_others_write"),
        new("TW-13", "A tag was used 24 hours ago.", "It trends no more, half a minute later at most.", "TrendTests.They_are_of_the_last_24_hours_and_half_a_minute_old_at_most"),
    ];

    private static IEnumerable<EdgeCase> OfNotices =>
    [
        new("TW-14", "A tweet answers, quotes and names the same person.", "They hear of it once.", "NoticeTests.TW_14_A_tweet_that_answers_quotes_and_names_somebody_is_told_once"),
        new("TW-14", "An event comes twice.", "It is told once.", "NoticeTests.TW_14_An_event_that_comes_twice_is_told_once"),
        new("TW-14", "Somebody blocks or mutes, deletes or takes back before the event is handled.", "Nothing is told.", "NoticeTests.TW_14_What_keeps_somebody_from_being_told_counts_until_the_last_moment"),
        new("TW-14", "Somebody follows, takes it back and follows again.", "It is told once a day.", "NoticeTests.TW_14_A_follow_that_is_undone_and_done_again_is_told_once_a_day_and_a_like_once"),
        new("TW-14", "50 like a tweet at once.", "3 are told one by one, 47 together at the end of the hour.", "CrowdTests.TW_14_Of_50_who_like_at_once_3_are_told_one_by_one_and_the_others_together_after_an_hour"),
        new("TW-14", "Somebody likes and takes it back, again and again.", "They are one of those who are told of, or none.", "CrowdTests.TW_14_Whoever_took_it_back_is_blocked_or_muted_by_then_or_comes_again_and_again_is_not_one_more"),
        new("TW-14", "The process dies while it tells of a crowd.", "All of it is told, or none and then all.", "CrowdTests.TW_14_Whichever_transaction_fails_before_or_after_its_commit_each_is_told_once"),
        new("TW-14", "Several instances tell of crowds at once.", "Each crowd is told once.", "CrowdTests.TW_14_Several_instances_that_tell_at_once_tell_each_crowd_once"),
    ];

    private static IEnumerable<EdgeCase> OfImpressions =>
    [
        new("TW-15", "The commit of gathered impressions succeeds, and its answer is lost.", "They are sent again under the same id, and counted once.", "ImpressionTests.TW_15_Whichever_transaction_fails_before_or_after_its_commit_each_impression_is_counted_once"),
        new("TW-15", "The database does not take the impressions.", "No reader waits, and they gather up to a bound.", "ImpressionTests.TW_15_While_a_flush_waits_for_the_database_nobody_else_does_and_what_they_saw_is_in_the_next_one"),
        new("TW-15", "More tweets wait to be counted than there is room for.", "They are dropped and measured; the others go on.", "ImpressionTests.TW_15_What_there_is_no_room_for_is_dropped_and_measured_and_the_rest_goes_on"),
        new("TW-15", "A tweet is deleted whose impressions are still in memory.", "They are not kept.", "ImpressionTests.TW_15_The_impressions_of_a_tweet_go_with_it_and_what_comes_late_is_not_kept"),
    ];
}
