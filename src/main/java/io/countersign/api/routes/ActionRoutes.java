package io.countersign.api.routes;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.api.Call;
import io.countersign.api.Refusal;
import io.countersign.api.Reply;
import io.countersign.api.Route;
import io.countersign.api.Route.Verb;
import io.countersign.approval.Approvals;
import io.countersign.approval.BatchResult;
import io.countersign.approval.DecisionJson;
import io.countersign.approval.Proposal;
import io.countersign.approval.ProposalJson;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.policy.PolicyJson;
import io.countersign.search.MessageMatcher;
import io.countersign.search.SearchQuery;
import io.countersign.shared.CountersignException;
import io.countersign.shared.Json;
import io.countersign.shared.task.Progress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Proposing and countersigning. */
public final class ActionRoutes {
    private static final int MOST = 1000;
    private static final int USUAL = 50;

    private final Approvals approvals;
    private final MessageRepository messages;
    private final ProposalJson proposals = new ProposalJson();

    public ActionRoutes(Approvals approvals, MessageRepository messages) {
        this.approvals = approvals;
        this.messages = messages;
    }

    /** All of them. */
    public List<Route> routes() {
        return List.of(
                Route.of(
                        Verb.POST,
                        "/api/actions/propose",
                        "Runs the enabled policies over stored mail.",
                        this::propose),
                new Route(
                        Verb.GET,
                        "/api/actions/tray",
                        "The pending proposals, best first.",
                        Set.of("limit"),
                        this::tray),
                Route.of(
                        Verb.POST,
                        "/api/actions/{id}/approve",
                        "Approves a proposal and carries it out.",
                        call -> decide(call, approvals::approve)),
                Route.of(
                        Verb.POST,
                        "/api/actions/{id}/reject",
                        "Rejects a proposal.",
                        call -> decide(call, approvals::reject)),
                Route.of(
                        Verb.POST,
                        "/api/actions/{id}/always",
                        "Makes a policy from a proposal, and approves the proposal.",
                        this::always),
                Route.of(
                        Verb.POST,
                        "/api/actions/undo",
                        "Takes the newest (or that) batch back: effects, statistics, learning.",
                        this::undo));
    }

    private Reply propose(Call call) {
        var body = call.object(Set.of("query", "limit", "dry_run"));
        var query = new MessageMatcher(SearchQuery.parse(Call.text(body, "query")));
        long limit = Call.number(body, "limit", 0).orElse(Long.MAX_VALUE);
        var result = approvals.propose(query, limit, Call.yes(body, "dry_run", false), call.progress());
        return Reply.json(DecisionJson.of(result));
    }

    private Reply tray(Call call) {
        var tray = approvals.tray(call.number("limit", 1, MOST).orElse(USUAL));
        var mails = messages
                .findAll(tray.stream().map(Proposal::messageId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Message::id, message -> message));
        return Reply.json(Json.array(tray.stream()
                .map(one -> proposals.of(one, Optional.ofNullable(mails.get(one.messageId()))))
                .toList()));
    }

    private Reply decide(Call call, BiFunction<Collection<Long>, Progress, BatchResult> decision) {
        long id = call.id();
        var result = decision.apply(List.of(id), call.progress());
        if (result.decided() == 0) {
            throw approvals.find(id).isEmpty()
                    ? new CountersignException.NotFound("proposal", id)
                    : new Refusal(409, "The proposal is not pending any more.");
        }
        return Reply.json(DecisionJson.of(result));
    }

    private Reply always(Call call) {
        return Reply.json(json(approvals.always(call.id())));
    }

    private static JsonNode json(io.countersign.policy.Policy policy) {
        return Json.parsed(new PolicyJson().printLine(policy));
    }

    private Reply undo(Call call) {
        var batch = Call.number(call.object(Set.of("batch")), "batch", 1);
        var result = approvals.undo(batch.map(OptionalLong::of).orElseGet(OptionalLong::empty), call.progress());
        return Reply.json(DecisionJson.of(result));
    }
}
