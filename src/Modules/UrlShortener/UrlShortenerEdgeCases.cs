using SystemDesign.Platform.Design;

namespace SystemDesign.UrlShortener;

/// <summary>Step 5 of the design: what happens rarely, or at once, or half; each with the test that shows it.</summary>
internal static class UrlShortenerEdgeCases
{
    public static IReadOnlyList<EdgeCase> All { get; } =
    [
        new("US-2", "A drawn code is taken.", "Another is drawn, up to five times in all.", "UnitOfWorkTests.A_drawn_value_that_is_taken_is_drawn_again"),
        new("US-2", "All codes are given out.", "507 url-shortener.codes-exhausted; an alias is still to be had.", "CodeExhaustionTests.All_codes_of_two_letters_are_given_once_then_507_and_an_alias_is_still_to_be_had"),
        new("US-2", "An alias takes a code that an instance has leased.", "Whoever draws it draws another.", "AliasCodeTests.An_alias_that_takes_a_code_of_a_leased_block_costs_one_draw_and_nobody_fails"),
        new("US-2", "An instance is killed with codes that it leased.", "Nobody is given one twice; those of the pool come back.", "CodeLeaseTests.Of_a_block_that_a_killed_instance_had_leased_the_rest_comes_back_when_its_lease_ends"),
        new("US-2", "An alias is taken.", "409 url-shortener.alias-taken; the first link stays as it is.", "ShortenTests.Rejects_an_alias_that_is_taken"),
        new("US-2", "50 want one alias at once.", "One gets it, the others 409.", "ShortenTests.Of_50_that_want_one_alias_at_once_one_gets_it"),
        new("US-2", "Of 50 that share a commit one is refused.", "The other 49 are made.", "ShortenTests.Of_50_at_once_where_one_is_refused_the_others_succeed"),
        new("US-2", "Two aliases differ only in their case.", "They are two links, whatever the database's collation.", "ShortenTests.Takes_an_alias_and_tells_its_case_apart"),
        new("US-3", "The address is international.", "It is kept and followed in its ASCII form.", "ShortenTests.Keeps_an_international_address_in_ascii"),
        new("US-4", "A code is followed before it exists, and then made.", "It leads on at once: that it led nowhere is forgotten with the commit.", "FollowTests.A_code_that_led_nowhere_leads_somewhere_as_soon_as_it_is_an_alias"),
        new("US-4", "What is followed cannot be a code.", "404, without a question to the database.", "FollowTests.A_code_that_leads_nowhere_is_not_found"),
        new("US-4", "A link is changed that the cache holds.", "Who follows it after the answer gets the new address.", "EditTests.Answers_the_whole_link_with_a_new_tag_and_visits_follow_at_once"),
        new("US-4", "50 change one version of a link at once.", "One succeeds, the others hear 412.", "EditTests.Of_50_that_edit_one_version_at_once_one_succeeds"),
        new("US-4", "50 follow a code at once that the cache does not hold.", "One asks the database.", "RedirectCacheTests.Of_50_that_visit_at_once_one_asks_the_database"),
        new("US-2", "A client does not know whether its request arrived, and sends it again.", "Under one Idempotency-Key it happens once, and has one answer.", "IdempotentRequestTests.Of_50_at_once_under_one_key_one_has_an_effect_and_all_have_its_answer"),
        new("US-3", "Links come and go while somebody pages through the list.", "What is there throughout is listed once.", "ListTests.Whatever_comes_and_goes_between_pages_what_is_there_throughout_is_listed_once"),
        new("US-3", "The owner deletes their account.", "Their links go too, and nobody else's.", "DeleteTests.Whoever_leaves_takes_their_links_along_and_nobody_elses"),
        new("US-4", "50 follow at once a link that may be followed once.", "One is led on, the others hear 410: a conditional update decides.", "VisitLimitTests.Of_50_who_follow_it_at_once_as_many_are_led_on_as_may_be"),
        new("US-4", "A preview looks at a link that may be followed once.", "It is led on and uses nothing up; when nothing is left it hears 410 too.", "VisitLimitTests.Who_only_looks_uses_none_up_and_sees_nothing_when_they_are_used_up"),
        new("US-4", "A link's maximum is raised while visitors come.", "Nobody gets a visit twice.", "VisitLimitTests.To_raise_it_while_50_follow_gives_nobody_a_visit_twice"),
        new("US-4", "A link becomes valid or expires while the cache holds it.", "It does so to the instant: the cache holds the times, not the verdict.", "RedirectTests.Leads_nowhere_before_it_is_valid_and_is_gone_when_it_has_expired_to_the_instant_whatever_is_cached"),
        new("US-4", "A link is banned that the cache holds.", "Nobody is led on from the answer on, and a ban is never cached.", "AbuseTests.A_banned_link_leads_nobody_on_from_the_answer_on_and_again_when_the_ban_is_lifted"),
        new("US-2", "A link is deleted, and its code asked for again.", "409: whoever printed it is not led to what somebody else puts there.", "DeleteLinkTests.Its_code_is_never_given_again_not_even_to_its_owner"),
        new("US-3", "50 delete a link at once.", "One did, the others hear 404.", "DeleteLinkTests.Of_50_who_delete_it_at_once_one_did"),
        new("US-3", "A crash comes between the two stores.", "The link is whole or is not; what is left over is swept.", "DocumentTests.Whichever_transaction_fails_a_link_is_whole_or_is_not_and_what_is_left_over_is_swept"),
        new("US-3", "A reader comes between an edit's row and the removal of the old document.", "It looks again, and sees a whole link.", "DocumentTests.A_reader_that_meets_50_edits_always_sees_a_whole_link"),
        new("US-5", "Shards are added.", "Old documents stay where they are and are found; new ones spread.", "DocumentTests.Documents_lie_on_as_many_shards_as_there_are_and_shards_can_be_added"),
        new("US-3", "Somebody who leaves has many links.", "They go a portion at a time.", "ErasureTests.However_many_links_somebody_has_all_go_and_nobody_elses"),
        new("US-3", "A link comes late from somebody who left.", "It goes when no token of theirs can last any more.", "ErasureTests.A_link_that_comes_late_by_a_token_that_lasts_goes_when_no_token_can_last_any_more"),
        new("US-3", "A link is older than a rule that its target breaks.", "It leads on, and can be edited, until its target is.", "TargetTests.A_link_that_is_older_than_a_rule_stays_until_its_target_is_edited"),
        new("US-3", "Links are older than documents.", "They are moved at the first start, and lead on.", "UpgradeTests.Links_of_the_first_build_get_a_version_and_a_document_and_lead_on"),
        new("US-4", "The process stops while visits are being gathered.", "They are told before it ends.", "VisitTests.A_stop_loses_no_visit"),
        new("US-4", "A program looks where a link leads: HEAD, a prefetch, a bot that makes a preview.", "It is led there, and counted apart.", "VisitTests.Programs_that_look_are_led_there_and_counted_apart"),
        new("US-4", "The commit of gathered visits succeeds, and its answer is lost.", "They are sent again under the same id, and counted once.", "VisitFaultTests.Whichever_transaction_fails_before_or_after_its_commit_each_visit_is_counted_once"),
        new("US-4", "The process is killed while visits are being gathered.", "Those of the last moment are lost, and none that was ever shown.", "VisitProcessTests.A_killed_process_loses_no_visit_that_was_shown"),
        new("US-4", "The database does not take the visits.", "Redirects do not wait; they gather up to a bound, and what is beyond it is dropped and measured.", "VisitFaultTests.However_long_the_database_takes_no_redirect_waits_for_it"),
        new("US-4", "An attacker names another referrer with each visit.", "1,000 of a link are counted by name, the rest together.", "VisitTests.Beyond_1000_hosts_of_a_link_the_rest_are_counted_together"),
        new("US-4", "The database is away.", "Codes that the cache holds are followed; everything else fails, and nothing is answered wrongly.", "ConsistencyTests.Without_the_database_what_is_CP_fails_and_what_is_AP_answers"),
        new("US-3", "The process is killed right after it answered.", "The link is there after the next start.", "ProcessTests.A_killed_process_loses_nothing_that_it_acknowledged_and_leaves_nothing_in_the_way"),
    ];
}
