package io.countersign.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two mail indexers of the command line beside ours: notmuch and mu, each with an index of one Maildir tree. */
enum Peers {
    NOTMUCH {
        @Override
        void index(Path maildir, Path work) throws IOException {
            Files.writeString(
                    Files.createDirectories(folder(work)).resolve("config"),
                    "[database]\npath=%s\nmail_root=%s\n[user]\nname=A\nprimary_email=a@example.invalid\n[new]\ntags=inbox\n[search]\nexclude_tags=\n[index]\n"
                            .formatted(folder(work), maildir.toAbsolutePath()));
            run(work, "notmuch", "new", "--quiet", "--no-hooks");
        }

        @Override
        List<String> find(String query, Path work) {
            return run(work, "notmuch", "search", "--limit=50", "--output=messages", query).stream()
                    .map(line -> line.startsWith("id:") ? line.substring(3) : line)
                    .toList();
        }
    },
    MU {
        @Override
        void index(Path maildir, Path work) throws IOException {
            Files.createDirectories(folder(work));
            run(
                    work,
                    "mu",
                    "init",
                    "--muhome=" + folder(work),
                    "--maildir=" + maildir.toAbsolutePath(),
                    "--my-address=a@example.invalid");
            run(work, "mu", "index", "--muhome=" + folder(work), "--quiet");
        }

        @Override
        List<String> find(String query, Path work) {
            return run(
                    work,
                    "mu",
                    "find",
                    "--muhome=" + folder(work),
                    "--maxnum=50",
                    "--sortfield=date",
                    "--reverse",
                    "--fields=i",
                    query);
        }
    };

    /** Indexes unless there is an index of an earlier run. */
    void indexOnce(Path maildir, Path work) throws IOException {
        if (!Files.exists(folder(work))) {
            index(maildir, work);
        }
    }

    abstract void index(Path maildir, Path work) throws IOException;

    /** Message-IDs in the order in which the tool shows them. */
    abstract List<String> find(String query, Path work);

    Path folder(Path work) {
        return work.resolve(name().toLowerCase(java.util.Locale.ROOT));
    }

    /** The command that lists the best fifty. */
    static List<String> run(Path work, String... command) {
        try {
            var builder = new ProcessBuilder(new ArrayList<>(Arrays.asList(command)));
            builder.environment()
                    .put(
                            "NOTMUCH_CONFIG",
                            NOTMUCH.folder(work).resolve("config").toString());
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            var process = builder.start();
            var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            process.waitFor();
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
