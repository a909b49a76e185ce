package io.countersign.mail;

import io.countersign.mail.maildir.MaildirSource;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A folder of mail of any kind, read recursively by name. A folder that links back to itself is read once. */
record FolderSource(Path root, int largestMail, Selection selection) implements MailSource {
    private static final int DEEPEST = 64;
    private static final Set<String> MAILDIR_PARTS = Set.of("cur", "new", "tmp");

    @Override
    public void read(Sink sink, Progress progress) {
        visit(root, 0, new HashSet<>(), sink, progress);
    }

    private void visit(Path directory, int depth, Set<Path> seen, Sink sink, Progress progress) {
        progress.checkCancelled();
        try {
            if (depth > DEEPEST || !seen.add(directory.toRealPath())) {
                return;
            }
        } catch (IOException e) {
            unreadable(sink, directory, "The folder cannot be read: " + e.getMessage() + ".");
            return;
        }
        boolean maildir = MaildirSource.isMaildir(directory);
        if (maildir) {
            var folder = MaildirSource.folderOf(root.relativize(directory));
            new MaildirSource(directory, folder, largestMail, selection).read(sink, progress);
        }
        for (var entry : entries(directory, sink)) {
            boolean isDirectory = Files.isDirectory(entry);
            var name = entry.getFileName().toString();
            if (isDirectory && !(maildir && MAILDIR_PARTS.contains(name))) {
                visit(entry, depth + 1, seen, sink, progress);
            } else if (!isDirectory && !maildir) {
                file(entry, sink, progress);
            }
        }
    }

    private void file(Path file, Sink sink, Progress progress) {
        var source = MailSources.file(file, largestMail, selection);
        if (source.isPresent()) {
            source.get().read(sink, progress);
        } else {
            reject(sink, file, MailSources.whyNot(file));
        }
    }

    static List<Path> entries(Path directory, Sink sink) {
        var entries = new ArrayList<Path>();
        try (var stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException e) {
            unreadable(sink, directory, "The folder cannot be listed: " + e.getMessage() + ".");
        }
        entries.sort((one, other) ->
                one.getFileName().toString().compareTo(other.getFileName().toString()));
        return entries;
    }

    private static void unreadable(Sink sink, Path path, String reason) {
        sink.unreadable(new Rejection(path.toString(), 0, reason));
    }

    private static void reject(Sink sink, Path path, String reason) {
        sink.rejected(new Rejection(path.toString(), 0, reason));
    }
}
