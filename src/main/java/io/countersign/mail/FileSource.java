package io.countersign.mail;

import io.countersign.mail.mbox.Inflation;
import io.countersign.mail.mbox.Reasons;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A file that is one mail, plain or gzipped. */
record FileSource(Path file, String folder, int largestMail) implements MailSource {
    @Override
    public void read(Sink sink, Progress progress) {
        progress.checkCancelled();
        try (var in = Inflation.open(file)) {
            var content = in.readNBytes(largestMail);
            if (in.read() >= 0) {
                reject(sink, "The mail is larger than " + largestMail + " bytes.");
                return;
            }
            var marks = SourceMarks.of(content, folder, Set.of());
            sink.mail(new RawMail(content, file.toString(), 0, marks.folder(), marks.flags(), Optional.empty()));
        } catch (IOException e) {
            var rejection = new Rejection(file.toString(), 0, "The file cannot be read: " + Reasons.of(e) + ".");
            if (Reasons.mayPass(e)) {
                sink.unreadable(rejection);
            } else {
                sink.rejected(rejection);
            }
        }
    }

    private void reject(Sink sink, String reason) {
        sink.rejected(new Rejection(file.toString(), 0, reason));
    }
}
