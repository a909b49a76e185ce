package io.countersign.mail.sync;

import io.countersign.mail.MailContent;
import io.countersign.mail.maildir.MaildirSource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What mail arrives in. Archives, compressed files and single mails are none: they were made once. An account on a server will
 * be another kind, with a mark of its own.
 */
public enum SourceKind {
    /** A Maildir, or a folder with some in it. */
    MAILDIR,
    MBOX,
    /** A folder of mail files, mbox files, or both. */
    FOLDER;

    /** The kind of what is there now; empty where nothing arrives, or nothing can be read. */
    public static Optional<SourceKind> of(Path path) {
        if (Files.isDirectory(path)) {
            return Optional.of(MaildirSource.isMaildir(path) || holdsMaildirs(path) ? MAILDIR : FOLDER);
        }
        return Files.isRegularFile(path) && isMbox(path) ? Optional.of(MBOX) : Optional.empty();
    }

    private static boolean holdsMaildirs(Path folder) {
        try (var entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (var entry : entries) {
                if (MaildirSource.isMaildir(entry)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException _) {
            return false;
        }
    }

    /** An empty file is one: it is what a mail program leaves when all mail was filed. */
    private static boolean isMbox(Path file) {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(MailContent.HEAD);
            return head.length == 0 || MailContent.kind(head, file.toString()) == MailContent.Kind.MBOX;
        } catch (IOException _) {
            return false;
        }
    }
}
