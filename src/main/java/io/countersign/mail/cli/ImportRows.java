package io.countersign.mail.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.mail.ImportResult;
import io.countersign.mail.Rejection;
import io.countersign.shared.cli.Output;
import java.util.Locale;

/** What an import did, as text or as JSON. */
record ImportRows(Output output) {
    private static final int REJECTIONS_SHOWN = 20;

    ObjectNode json(ImportResult result) {
        var node = Output.object();
        node.put("read", result.read());
        node.put("imported", result.imported());
        node.put("duplicates", result.duplicates());
        node.put("rejected", result.rejected());
        node.put("seconds", Math.round(result.seconds() * 1000) / 1000.0);
        var errors = node.putArray("errors");
        for (var rejection : result.errors()) {
            errors.addObject()
                    .put("source", rejection.source())
                    .put("position", rejection.position())
                    .put("reason", rejection.reason());
        }
        return node;
    }

    void text(ImportResult result) {
        output.line(String.format(
                Locale.ROOT,
                "%,d mails read: %,d imported, %,d known before, %,d pieces rejected, in %.1f s",
                result.read(),
                result.imported(),
                result.duplicates(),
                result.rejected(),
                result.seconds()));
        result.errors().stream()
                .limit(REJECTIONS_SHOWN)
                .map(ImportRows::describe)
                .forEach(output::warn);
        if (result.rejected() > REJECTIONS_SHOWN) {
            output.warn((result.rejected() - REJECTIONS_SHOWN) + " more rejections: --json lists them");
        }
    }

    private static String describe(Rejection rejection) {
        return rejection.source() + " at byte " + rejection.position() + ": " + rejection.reason();
    }
}
