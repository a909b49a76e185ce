package io.countersign.money.pdf;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;

/** How the reading process is started: the Java that runs us, few classes, little memory, next to no environment. */
final class WorkerCommand {
    /** The exit code of a Java that ran out of memory, as {@code ExitOnOutOfMemoryError} sets it. */
    static final int OUT_OF_MEMORY = 3;

    private WorkerCommand() {}

    static ProcessBuilder create() {
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + Limits.HEAP_MEGABYTES + "m",
                "-XX:MaxMetaspaceSize=64m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                // Standard output carries readings: the virtual machine itself must not write there, nor leave files
                // behind.
                "-XX:+DisplayVMOutputToStderr",
                "-XX:+SuppressFatalErrorMessage",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-Djava.awt.headless=true",
                "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-cp",
                classPath(),
                PdfWorker.class.getName()));
        // Options of ours such as JAVA_TOOL_OPTIONS are not for it. Windows starts no process without its root folder.
        builder.environment().keySet().removeIf(name -> !name.equalsIgnoreCase("SystemRoot"));
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** The places our own classes and PDFBox come from and no others: a file finds no further code to misuse. */
    private static String classPath() {
        return Stream.of(PdfWorker.class, PDDocument.class, RandomAccessRead.class, TTFParser.class, LogFactory.class)
                .map(WorkerCommand::origin)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no file holds " + type, e);
        }
    }
}
