package io.countersign.mail.mbox;

import io.countersign.mail.MailSource;
import io.countersign.mail.Rejection;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An mbox file, plain or gzipped. Stateless: it may be read again, each time from the start. */
public record MboxSource(Path file, String folder, int largestMail) implements MailSource {
    /** The usual limit for one mail: 256 MB. */
    public static final int LARGEST_MAIL = 256 << 20;

    private static final int REPORT_EVERY = 256;

    @Override
    public void read(Sink sink, Progress progress) {
        var source = file.toString();
        try (var in = Inflation.open(file)) {
            read(new MboxReader(in, source, folder, sink, largestMail), source, Files.size(file), progress);
        } catch (IOException e) {
            sink.rejected(new Rejection(source, 0, "The file cannot be read: " + Reasons.of(e) + "."));
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
