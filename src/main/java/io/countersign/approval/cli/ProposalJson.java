package io.countersign.approval.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.approval.Proposal;
import io.countersign.approval.Rationale;
import io.countersign.mail.Message;
import io.countersign.policy.ActionCodec;
import io.countersign.shared.cli.Output;
import java.util.Optional;

/** A proposal as {@code tray --json} prints it; its field names are a contract. */
final class ProposalJson {
    private final ActionCodec actions = new ActionCodec();

    ObjectNode of(Proposal proposal, Optional<Message> message) {
        var node = Output.object();
        node.put("id", proposal.id());
        node.put("action", proposal.action().id());
        node.set("params", Output.tree(actions.params(proposal.action())));
        node.put("confidence", Math.round(proposal.confidence() * 10_000) / 10_000.0);
        node.put("policyId", proposal.policyId());
        node.put("policy", proposal.policyName());
        node.put("status", proposal.status().id());
        message.ifPresent(mail -> {
            node.put("messageId", "<" + mail.envelope().messageId() + ">");
            node.put("from", mail.envelope().from().toString());
            node.put("subject", mail.envelope().subject());
            node.put("receivedAt", mail.envelope().receivedAt().toString());
        });
        node.set("rationale", rationale(proposal.rationale()));
        return node;
    }

    private static ObjectNode rationale(Rationale rationale) {
        var node = Output.object();
        node.put("summary", rationale.summary());
        var clauses = node.putArray("clauses");
        for (var clause : rationale.clauses()) {
            clauses.addObject()
                    .put("clause", clause.clause())
                    .put("matched", clause.matched())
                    .put("value", clause.value());
        }
        var features = node.putArray("features");
        for (var feature : rationale.features()) {
            features.addObject()
                    .put("feature", feature.feature())
                    .put("weight", feature.weight())
                    .put("contribution", feature.contribution());
        }
        return node;
    }
}
