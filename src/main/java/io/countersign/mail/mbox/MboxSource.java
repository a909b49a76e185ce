package io.countersign.mail.mbox;

import io.countersign.mail.MailSource;
import io.countersign.mail.Rejection;
import io.countersign.mail.Selection;
import io.countersign.mail.Selection.Reach;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An mbox file, plain or gzipped. It may be read again, each time from where {@code reach} says.
 *
 * @param selection learns where the last mail begins
 */
public record MboxSource(Path file, String folder, int largestMail, Reach reach, Selection selection)
        implements MailSource {
    /** The usual limit for one mail: 256 MB. */
    public static final int LARGEST_MAIL = 256 << 20;

    private static final int REPORT_EVERY = 256;

    /** All of it. */
    public MboxSource(Path file, String folder, int largestMail) {
        this(file, folder, largestMail, Reach.ALL, Selection.all());
    }

    @Override
    public void read(Sink sink, Progress progress) {
        var source = file.toString();
        try (var in = reach.offset() == 0 ? Inflation.open(file) : Inflation.openAt(file, reach.offset())) {
            var reader = new MboxReader(in, source, folder, sink, largestMail).from(reach);
            read(reader, source, Files.size(file), progress);
            selection.ended(file, reader.lastMail());
        } catch (IOException e) {
            sink.unreadable(new Rejection(source, 0, "The file cannot be read: " + Reasons.of(e) + "."));
        }
    }

    static void read(MboxReader reader, String source, long size, Progress progress) {
        int mails = 0;
        while (reader.next()) {
            if (++mails % REPORT_EVERY == 0) {
                progress.checkCancelled();
                progress.report(Math.min(reader.offset(), size), size, source);
            }
        }
        progress.checkCancelled();
    }
}
