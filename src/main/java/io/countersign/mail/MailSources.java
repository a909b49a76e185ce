package io.countersign.mail;

import io.countersign.mail.maildir.MaildirSource;
import io.countersign.mail.mbox.FolderNames;
import io.countersign.mail.mbox.Inflation;
import io.countersign.mail.mbox.MboxSource;
import io.countersign.mail.mbox.Reasons;
import io.countersign.mail.mbox.ZipSource;
import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out by its content what kind of mail a path holds. Thread-safe. */
public final class MailSources {
    private static final int DEEPEST = 64;

    private final int largestMail;

    /** Mails of up to 256 MB are read. */
    public MailSources() {
        this(MboxSource.LARGEST_MAIL);
    }

    MailSources(int largestMail) {
        this.largestMail = largestMail;
    }

    /**
     * A source for an mbox, a Takeout archive, a Maildir tree, a mail file, or a folder of any of them.
     *
     * @throws CountersignException.Invalid when {@code path} does not exist or holds no mail
     */
    public MailSource at(Path path) {
        return at(path, Selection.all());
    }

    /** The same, of which only what {@code selection} wants is read. */
    public MailSource at(Path path, Selection selection) {
        if (!Files.exists(path)) {
            throw new CountersignException.Invalid(path.toString(), "There is no such file or folder.");
        }
        if (!Files.isDirectory(path)) {
            return file(path, largestMail, selection)
                    .orElseThrow(() -> new CountersignException.Invalid(path.toString(), whyNot(path)));
        }
        if (!holdsMail(path)) {
            throw new CountersignException.Invalid(path.toString(), "The folder holds no mail.");
        }
        return new FolderSource(path, largestMail, selection);
    }

    private static boolean holdsMail(Path directory) {
        try (var tree = Files.find(
                directory,
                DEEPEST,
                (path, facts) -> facts.isDirectory()
                        ? MaildirSource.isMaildir(path)
                        : facts.isRegularFile() && kind(path) != MailContent.Kind.OTHER)) {
            return tree.findFirst().isPresent() || linksHoldMail(directory);
        } catch (IOException | UncheckedIOException e) {
            throw new CountersignException.Invalid(
                    directory.toString(), "The folder cannot be read: " + e.getMessage() + ".");
        }
    }

    /** Links are followed only when nothing else is there: following may meet a loop, which ends the search. */
    private static boolean linksHoldMail(Path directory) {
        try (var tree = Files.find(
                directory,
                DEEPEST,
                (path, facts) -> facts.isDirectory()
                        ? MaildirSource.isMaildir(path)
                        : facts.isRegularFile() && kind(path) != MailContent.Kind.OTHER,
                FileVisitOption.FOLLOW_LINKS)) {
            return tree.findFirst().isPresent();
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }

    /** The source that one file is, as far as it is selected; empty when it is no mail. */
    static Optional<MailSource> file(Path file, int largestMail, Selection selection) {
        var reach = selection.reach(file);
        if (!reach.due()) {
            return Optional.of((_, _) -> {});
        }
        return switch (kind(file)) {
            case MBOX ->
                Optional.of(new MboxSource(file, FolderNames.of(file.toString()), largestMail, reach, selection));
            case ZIP -> Optional.of(new ZipSource(file, largestMail));
            case MAIL -> Optional.of(new FileSource(file, RawMail.INBOX, largestMail));
            case OTHER -> Optional.empty();
        };
    }

    private static MailContent.Kind kind(Path file) {
        if (!Files.isRegularFile(file)) {
            return MailContent.Kind.OTHER;
        }
        try {
            return MailContent.kind(head(file), file.toString());
        } catch (IOException _) {
            return MailContent.Kind.OTHER;
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Inflation.open(file)) {
            return in.readNBytes(MailContent.HEAD);
        }
    }

    /** Why {@link #file} found nothing, as a sentence. */
    static String whyNot(Path file) {
        if (!Files.isRegularFile(file)) {
            return "This is not a regular file.";
        }
        try {
            return head(file).length == 0 ? "The file is empty." : "This is neither mail, an mbox nor a mail archive.";
        } catch (IOException e) {
            return "The file cannot be read: " + Reasons.of(e) + ".";
        }
    }
}
