package io.countersign.api.routes;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.api.Call;
import io.countersign.api.Refusal;
import io.countersign.api.Reply;
import io.countersign.api.Route;
import io.countersign.api.Route.Verb;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyDesk;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.PolicyParse;
import io.countersign.policy.PolicyProblem;
import io.countersign.shared.CountersignException;
import io.countersign.shared.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Policies, in the JSON of policy files. */
public final class PolicyRoutes {
    private static final Pattern NOT_JSON =
            Pattern.compile("Not JSON: line (\\d{1,9}), column (\\d{1,9}):.*", Pattern.DOTALL);

    private final PolicyDesk policies;
    private final PolicyJson json = new PolicyJson();

    public PolicyRoutes(PolicyDesk policies) {
        this.policies = policies;
    }

    /** All of them. */
    public List<Route> routes() {
        return List.of(
                Route.of(Verb.GET, "/api/policy", "All policies, in the order in which they are tried.", this::list),
                Route.of(Verb.POST, "/api/policy", "Adds a policy, or a list of them: all or none.", this::add),
                Route.of(Verb.GET, "/api/policy/{id}", "One policy.", call -> Reply.json(json(find(call.id())))),
                Route.of(
                        Verb.PUT, "/api/policy/{id}", "Replaces a policy; with its version, only that one.", this::put),
                Route.of(
                        Verb.DELETE,
                        "/api/policy/{id}",
                        "Removes a policy; decisions and statistics stay.",
                        this::remove),
                Route.of(Verb.POST, "/api/policy/{id}/enable", "Switches a policy on.", call -> enable(call, true)),
                Route.of(Verb.POST, "/api/policy/{id}/disable", "Switches a policy off.", call -> enable(call, false)));
    }

    private Reply list(Call call) {
        return Reply.json(array(policies.all()));
    }

    private Reply add(Call call) {
        var added = policies.add(parsed(call));
        return Reply.json(201, isList(call) ? array(added) : json(added.getFirst()));
    }

    private static boolean isList(Call call) {
        for (byte one : call.body()) {
            if (!Character.isWhitespace(one)) {
                return one == '[';
            }
        }
        return false;
    }

    private Reply put(Call call) {
        var wanted = parsed(call);
        if (wanted.size() != 1) {
            throw new Refusal(422, "The body is one policy.");
        }
        var stored = find(call.id());
        var policy = wanted.getFirst();
        int version = policy.version() == 0 ? stored.version() : policy.version();
        return Reply.json(json(policies.save(policy.numbered(stored.id(), version))));
    }

    private Reply remove(Call call) {
        if (!policies.remove(call.id())) {
            throw new CountersignException.NotFound("policy", call.id());
        }
        return Reply.nothing();
    }

    private Reply enable(Call call, boolean enabled) {
        return Reply.json(json(policies.enable(find(call.id()).id(), enabled)));
    }

    private Policy find(long id) {
        return policies.all().stream()
                .filter(policy -> policy.id() == id)
                .findFirst()
                .orElseThrow(() -> new CountersignException.NotFound("policy", id));
    }

    private List<Policy> parsed(Call call) {
        return switch (json.parse(call.body())) {
            case PolicyParse.Parsed(var parsed)
            when parsed.isEmpty() -> throw new Refusal(422, "There is no policy in it.");
            case PolicyParse.Parsed(var parsed) -> parsed;
            case PolicyParse.Refused(var problems) -> throw refusal(problems);
        };
    }

    private static Refusal refusal(List<PolicyProblem> problems) {
        var syntax = NOT_JSON.matcher(problems.getFirst().message());
        if (syntax.matches()) {
            return new Refusal(
                            400, "The body is not JSON: line " + syntax.group(1) + ", column " + syntax.group(2) + ".")
                    .with("line", Integer.parseInt(syntax.group(1)))
                    .with("column", Integer.parseInt(syntax.group(2)));
        }
        return new Refusal(422, "A policy is not as it must be; nothing was changed.")
                .with(
                        "problems",
                        problems.stream()
                                .map(one -> Map.of("path", one.path(), "message", one.message()))
                                .toList());
    }

    private JsonNode array(List<Policy> listed) {
        return Json.array(listed.stream().map(this::json).toList());
    }

    private JsonNode json(Policy policy) {
        return Json.parsed(json.printLine(policy));
    }
}
