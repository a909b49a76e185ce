package io.countersign.job.ui;

import io.countersign.job.KeptFailure;
import io.countersign.shared.ui.Texts;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The log of a run in words of one language; what it does not know stays as it was kept. */
public record LogWords(Texts texts) {
    private static final Pattern STEP = Pattern.compile("([0-9]{1,19}) of ([0-9]{1,19})( .*)?");
    private static final Pattern UNEXPECTED = Pattern.compile("[A-Za-z_$0-9]*(?:Exception|Error)(?: at \\S+)?");
    private static final String CAUSE = "caused by ";

    /** All of it. */
    public String of(String log) {
        return log.lines().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(String kept) {
        return switch (kept) {
            case "Stopped on request." -> texts.get("jobs.log.cancelled");
            case "Stopped; it will be run again." -> texts.get("jobs.log.parked");
            case "Its process ended before it did." -> texts.get("jobs.log.died");
            default ->
                kept.startsWith(CAUSE)
                        ? texts.get("jobs.log.cause", failure(kept.substring(CAUSE.length()), false))
                        : failure(step(kept), true);
        };
    }

    private String step(String kept) {
        var step = STEP.matcher(kept);
        return step.matches()
                ? texts.get("tasks.of", step.group(1), step.group(2)) + (step.group(3) == null ? "" : step.group(3))
                : kept;
    }

    private String failure(String kept, boolean first) {
        var known = KeptFailure.parse(kept).filter(one -> texts.has(one.key()));
        if (known.isPresent()) {
            return texts.get(known.get().key(), known.get().arguments().toArray());
        }
        return first && UNEXPECTED.matcher(kept).matches() ? texts.get("jobs.log.unexpected", kept) : kept;
    }
}
