package io.countersign.approval.cli;

import io.countersign.approval.trust.PolicyTrust;
import io.countersign.approval.trust.TrustDesk;
import io.countersign.approval.trust.TrustLevel;
import io.countersign.shared.CountersignException;
import io.countersign.shared.cli.Output;
import io.countersign.shared.cli.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policies trust [ID [--automatic|--ask]]} */
@Command(
        name = "trust",
        description = "Shows how far policies may act alone; lets one that earned it act alone, or ask again.")
public final class TrustCommand implements Runnable {
    private final Supplier<TrustDesk> trust;
    private final Output output;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli gives it
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "the policy: its number, or its name (default: all)")
    private @Nullable String id;

    @ArgGroup
    private @Nullable Wanted wanted;

    /** What is to become of it. */
    static final class Wanted {
        @Option(names = "--automatic", required = true, description = "carry out what it proposes from now on")
        private boolean automatic;

        @Option(names = "--ask", required = true, description = "propose only, and do not ask about automation again")
        private boolean ask;

        boolean becomesAutomatic() {
            return automatic && !ask;
        }
    }

    public TrustCommand(Supplier<TrustDesk> trust, Output output) {
        this.trust = trust;
        this.output = output;
    }

    @Override
    public void run() {
        var which = id;
        var change = wanted;
        if (which == null) {
            if (change != null) {
                throw new ParameterException(spec.commandLine(), "Missing required parameter: ID.");
            }
            print(trust.get().all());
        } else if (change == null) {
            print(List.of(find(which)));
        } else {
            var found = find(which);
            print(List.of(change.becomesAutomatic() ? trust.get().answer(found.policyId(), true) : ask(found)));
        }
    }

    private PolicyTrust ask(PolicyTrust policy) {
        return policy.level() == TrustLevel.EARNED
                ? trust.get().answer(policy.policyId(), false)
                : trust.get().demote(policy.policyId());
    }

    private PolicyTrust find(String which) {
        var all = trust.get().all();
        return all.stream()
                .filter(one -> Long.toString(one.policyId()).equals(which))
                .findFirst()
                .or(() -> all.stream()
                        .filter(one -> one.name().equalsIgnoreCase(which))
                        .findFirst())
                .orElseThrow(() -> new CountersignException.NotFound("policy", which));
    }

    private void print(List<PolicyTrust> shown) {
        if (output.isJson()) {
            shown.forEach(this::json);
            return;
        }
        var table = new TextTable("id", "trust", "approved", "low", "missing", "policy");
        shown.forEach(one -> table.row(
                one.policyId(),
                one.mayAct() ? level(one) : "always asks",
                one.approved() + " of " + one.decided(),
                one.decided() == 0 ? "" : Math.round(100 * one.precisionLow()) + "%",
                one.mayAct() && one.missing() > 0 ? one.missing() : "",
                one.name()));
        output.table(table);
        shown.forEach(one -> one.demoted().ifPresent(why -> output.line(one.name() + ": " + why)));
    }

    private void json(PolicyTrust one) {
        output.json(Output.object()
                .put("policyId", one.policyId())
                .put("name", one.name())
                .put("level", level(one))
                .put("mayAct", one.mayAct())
                .put("decided", one.decided())
                .put("approved", one.approved())
                .put("precisionLow", one.precisionLow())
                .put("missing", one.missing())
                .put("since", one.since().toString())
                .put("demoted", one.demoted().orElse(null)));
    }

    private static String level(PolicyTrust one) {
        return one.level().name().toLowerCase(Locale.ROOT);
    }
}
