package io.countersign.mail.maildir;

import io.countersign.mail.MailFlag;
import io.countersign.mail.MailSource;
import io.countersign.mail.RawMail;
import io.countersign.mail.Rejection;
import io.countersign.mail.Selection;
import io.countersign.mail.SourceMarks;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One Maildir folder: the mails in {@code cur} and {@code new}, by name. {@code tmp} holds deliveries that never ended and is
 * not read.
 */
public record MaildirSource(Path directory, String folder, int largestMail, Selection selection) implements MailSource {
    private static final int REPORT_EVERY = 256;

    /** True when {@code directory} has a {@code cur} or {@code new} that goes with a Maildir. */
    public static boolean isMaildir(Path directory) {
        boolean cur = Files.isDirectory(directory.resolve("cur"));
        boolean fresh = Files.isDirectory(directory.resolve("new"));
        return (cur && fresh) || ((cur || fresh) && Files.isDirectory(directory.resolve("tmp")));
    }

    /** The folder that a path below the root of a Maildir tree stands for; the root itself is {@code INBOX}. */
    public static String folderOf(Path relative) {
        var joined = new StringBuilder();
        for (var element : relative) {
            var name = MaildirName.element(element.toString());
            if (!name.isEmpty()) {
                joined.append(joined.isEmpty() ? "" : "/").append(name);
            }
        }
        return MaildirName.folder(joined.toString());
    }

    @Override
    public void read(Sink sink, Progress progress) {
        for (var sub : List.of("cur", "new")) {
            var part = directory.resolve(sub);
            var names = selection.isDue(part) ? names(part, sink) : new String[0];
            for (int i = 0; i < names.length; i++) {
                if (i % REPORT_EVERY == 0) {
                    progress.checkCancelled();
                    progress.report(i, names.length, directory.toString());
                }
                if (isMail(names[i]) && selection.isDue(part, names[i])) {
                    mail(part.resolve(names[i]), names[i], sub.equals("new"), sink);
                }
            }
        }
    }

    private static String[] names(Path sub, Sink sink) {
        if (!Files.isDirectory(sub)) {
            return new String[0];
        }
        var names = sub.toFile().list();
        if (names == null) {
            sink.unreadable(new Rejection(sub.toString(), 0, "The folder cannot be listed."));
            return new String[0];
        }
        Arrays.sort(names);
        return names;
    }

    private static boolean isMail(String name) {
        return !name.startsWith(".");
    }

    private void mail(Path file, String name, boolean fresh, Sink sink) {
        if (Files.isDirectory(file)) {
            return;
        }
        try {
            long size = Files.size(file);
            if (size > largestMail || size == 0) {
                var reason = size == 0 ? "The mail is empty." : "The mail is larger than " + largestMail + " bytes.";
                sink.rejected(new Rejection(file.toString(), 0, reason));
                return;
            }
            var content = Files.readAllBytes(file);
            Set<MailFlag> flags = fresh ? Set.of() : MaildirName.flags(name);
            var marks = SourceMarks.of(content, folder, flags);
            // The header of a mail in a Maildir may be older than its flags, which are the ones that count.
            sink.mail(new RawMail(
                    content, file.toString(), 0, marks.folder(), Set.copyOf(flags), MaildirName.deliveredAt(name)));
        } catch (IOException e) {
            sink.unreadable(new Rejection(file.toString(), 0, "The file cannot be read: " + e.getMessage() + "."));
        }
    }
}
