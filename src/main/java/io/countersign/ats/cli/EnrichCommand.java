package io.countersign.ats.cli;

import io.countersign.ats.EnrichmentJson;
import io.countersign.ats.EnrichmentResult;
import io.countersign.ats.WarehouseReader;
import io.countersign.ats.WarehouseRows;
import io.countersign.ats.WarehouseShare;
import io.countersign.ats.tracking.AtsEnrichmentJob;
import io.countersign.ats.warehouse.OwnRows;
import io.countersign.shared.cli.Output;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code enrich ats [--warehouse FILE_OR_JDBC_URL [--email ADDRESS]...] [--full]} */
@Command(name = "enrich", description = "Adds to mail what takes several mails to know, now instead of at night.")
public final class EnrichCommand implements Runnable {
    private final Supplier<AtsEnrichmentJob> job;
    private final Supplier<WarehouseRows> rows;
    private final WarehouseReader warehouse;
    private final Output output;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public EnrichCommand(
            Supplier<AtsEnrichmentJob> job, Supplier<WarehouseRows> rows, WarehouseReader warehouse, Output output) {
        this.job = job;
        this.rows = rows;
        this.warehouse = warehouse;
        this.output = output;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What to enrich is missing: ats.");
    }

    @Command(name = "ats", description = "Job applications: employer, role and ghosting risk of each mail.")
    void ats(
            @Option(
                            names = "--warehouse",
                            paramLabel = "FILE_OR_JDBC_URL",
                            description = "reads applications from there first, in place of those read before")
                    @Nullable
                    String source,
            @Option(
                            names = "--email",
                            paramLabel = "ADDRESS",
                            description = "reads only the applications of the candidate with this address: yours")
                    @Nullable
                    List<String> addresses,
            @Option(names = "--full", description = "looks at all mail, not only at what is new") boolean full) {
        var own = addresses == null ? List.<String>of() : addresses;
        if (source != null) {
            rows.get().replace(OwnRows.of(warehouse.read(source), own));
        } else if (!own.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--email says whose rows of a --warehouse to read.");
        }
        var result = job.get().run(full, output.progress());
        print(result);
        warn(result.warehouse());
    }

    private void warn(WarehouseShare share) {
        if (share.ofOthers() > 0) {
            output.warn(String.format(
                    Locale.ROOT,
                    "%,d of %,d rows of the warehouse belong to other candidates and were left out.%s",
                    share.ofOthers(),
                    share.rows(),
                    share.isNobodys()
                            ? " None has an address that is known as yours: say which one is, by --email ADDRESS."
                            : ""));
        }
    }

    private void print(EnrichmentResult result) {
        if (output.isJson()) {
            output.json(EnrichmentJson.of(result));
        } else {
            output.line(String.format(
                    Locale.ROOT,
                    "%,d mails examined, %,d enriched, %,d applications, in %.1f s",
                    result.examined(),
                    result.enriched(),
                    result.applications(),
                    result.seconds()));
        }
    }
}
