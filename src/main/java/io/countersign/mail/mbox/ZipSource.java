package io.countersign.mail.mbox;

import io.countersign.mail.MailContent;
import io.countersign.mail.MailSource;
import io.countersign.mail.RawMail;
import io.countersign.mail.Rejection;
import io.countersign.mail.SourceMarks;
import io.countersign.shared.task.Progress;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A zip archive such as Google Takeout makes: mbox and mail files in it are read, in the order of the archive. It is read as
 * a stream, so that a truncated archive gives what it has.
 */
public record ZipSource(Path file, int largestMail) implements MailSource {
    private static final int MOST_ENTRIES = 200_000;
    private static final int PEEK = 1 << 16;

    @Override
    public void read(Sink sink, Progress progress) {
        try (var counted = new Inflation.Counted(Files.newInputStream(file));
                var zip = new ZipInputStream(new BufferedInputStream(counted, PEEK))) {
            long size = Files.size(file);
            var guarded = new Inflation.Guarded(new Unclosed(zip), counted);
            int entries = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    reject(sink, file.toString(), "The archive has more than " + MOST_ENTRIES + " entries.");
                    return;
                }
                progress.report(counted.count(), size, file.toString());
                if (!entry.isDirectory()) {
                    entry(entry, guarded, sink, progress);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            var reason = e instanceof IOException io ? Reasons.of(io) : "an entry has an unreadable name";
            reject(sink, file.toString(), "The archive cannot be read to its end: " + reason + ".");
        }
    }

    private void entry(ZipEntry entry, InputStream zip, Sink sink, Progress progress) throws IOException {
        var source = file + "!" + entry.getName();
        var in = new BufferedInputStream(zip, PEEK);
        in.mark(PEEK);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        var content = new BufferedInputStream(gzip ? new GZIPInputStream(in) : in, PEEK);
        content.mark(PEEK);
        var head = content.readNBytes(MailContent.HEAD);
        content.reset();
        switch (MailContent.kind(head, entry.getName())) {
            case MBOX -> {
                var folder = FolderNames.of(entry.getName());
                MboxSource.read(new MboxReader(content, source, folder, sink, largestMail), source, 0, progress);
            }
            case MAIL -> mail(content, source, sink);
            case ZIP, OTHER -> {
                if (!isTakeoutPaper(entry.getName())) {
                    reject(sink, source, "This is neither mail nor an mbox.");
                }
            }
        }
    }

    /** Takeout puts a page about the archive and the mail settings beside the mail. */
    private static boolean isTakeoutPaper(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".html") || lower.endsWith(".json");
    }

    private void mail(InputStream content, String source, Sink sink) throws IOException {
        var bytes = content.readNBytes(largestMail);
        if (content.read() >= 0) {
            reject(sink, source, "The mail is larger than " + largestMail + " bytes.");
            return;
        }
        var marks = SourceMarks.of(bytes, RawMail.INBOX, Set.of());
        sink.mail(new RawMail(bytes, source, 0, marks.folder(), marks.flags(), Optional.empty()));
    }

    private static void reject(Sink sink, String source, String reason) {
        sink.rejected(new Rejection(source, 0, reason));
    }

    /** Lets an entry be closed without closing the archive. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the archive is closed by whoever opened it
        }
    }
}
