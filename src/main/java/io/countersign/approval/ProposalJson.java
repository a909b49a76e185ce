package io.countersign.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.learning.Apportionment;
import io.countersign.mail.Message;
import io.countersign.policy.ActionCodec;
import io.countersign.shared.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A proposal as the command line and the API print it; its field names are a contract. */
public final class ProposalJson {
    private static final double PLACES = 10_000;
    private final ActionCodec actions = new ActionCodec();

    /** With its mail, where that is still there. */
    public ObjectNode of(Proposal proposal, Optional<Message> message) {
        var node = Json.object();
        node.put("id", proposal.id());
        node.put("action", proposal.action().id());
        node.set("params", Json.tree(actions.params(proposal.action())));
        node.put("confidence", Math.round(proposal.confidence() * PLACES) / PLACES);
        node.put("policyId", proposal.policyId());
        node.put("policy", proposal.policyName());
        node.put("status", proposal.status().id());
        message.ifPresent(mail -> {
            node.put("messageId", "<" + mail.envelope().messageId() + ">");
            node.put("from", mail.envelope().from().toString());
            node.put("subject", mail.envelope().subject());
            node.put("receivedAt", mail.envelope().receivedAt().toString());
        });
        node.set("rationale", rationale(proposal));
        return node;
    }

    private static ObjectNode rationale(Proposal proposal) {
        var rationale = proposal.rationale();
        var rounded = rounded(rationale, proposal.confidence());
        var node = Json.object();
        node.put("summary", rationale.summary());
        var clauses = node.putArray("clauses");
        for (var clause : rationale.clauses()) {
            clauses.addObject()
                    .put("clause", clause.clause())
                    .put("matched", clause.matched())
                    .put("value", clause.value());
        }
        var features = node.putArray("features");
        int at = rationale.score().size();
        for (var feature : rationale.features()) {
            features.addObject()
                    .put("feature", feature.feature())
                    .put("weight", feature.weight())
                    .put("contribution", rounded.get(at++));
        }
        var score = node.putArray("score");
        for (int i = 0; i < rationale.score().size(); i++) {
            score.addObject()
                    .put("part", rationale.score().get(i).kind().name().toLowerCase(Locale.ROOT))
                    .put("points", rounded.get(i));
        }
        return node;
    }

    /** First the parts of the score, then the features: with four decimals they sum to the confidence as it is printed. */
    private static List<Double> rounded(Rationale rationale, double confidence) {
        var exact = rationale.terms();
        return rationale.score().isEmpty()
                ? exact
                : Apportionment.whole(exact, PLACES, Math.round(confidence * PLACES)).stream()
                        .map(units -> units / PLACES)
                        .toList();
    }
}
