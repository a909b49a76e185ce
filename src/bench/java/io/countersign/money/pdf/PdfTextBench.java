package io.countersign.money.pdf;

import io.countersign.money.PdfReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures what PDFs cost an import: the first one, for which the process starts, and the following ones. Arguments: files
 * or folders of PDFs; without any, an invoice of one page written here. Prints milliseconds of wall time and the reasons
 * why files were not read.
 */
public final class PdfTextBench {
    private static final int FOLLOWING = 200;

    private PdfTextBench() {}

    public static void main(String[] paths) throws IOException {
        var files = paths.length == 0 ? List.of(invoice()) : files(paths);
        if (files.isEmpty()) {
            System.out.println("No PDF there.");
            return;
        }
        try (var pdfs = new GuardedPdfText(Duration.ofSeconds(5))) {
            System.out.printf("first: %.0f ms%n", millis(pdfs, files.getFirst()));
            var times = new double[Math.max(FOLLOWING, files.size())];
            for (int i = 0; i < times.length; i++) {
                times[i] = millis(pdfs, files.get(i % files.size()));
            }
            Arrays.sort(times);
            System.out.printf(
                    "%d following: median %.1f ms, 95 %% within %.1f ms, longest %.1f ms%n",
                    times.length, times[times.length / 2], times[times.length * 95 / 100], times[times.length - 1]);
        }
    }

    private static double millis(GuardedPdfText pdfs, byte[] pdf) {
        long start = System.nanoTime();
        if (pdfs.read(pdf) instanceof PdfReading.Unreadable(var reason)) {
            System.out.println("  not read: " + reason);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static List<byte[]> files(String[] paths) throws IOException {
        var files = new ArrayList<byte[]>();
        for (var path : paths) {
            try (var found = Files.walk(Path.of(path))) {
                for (var file : found.filter(name -> name.toString().endsWith(".pdf"))
                        .sorted()
                        .toList()) {
                    files.add(Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private static byte[] invoice() throws IOException {
        try (var pdf = new WrittenPdf()) {
            for (int i = 0; i < 40; i++) {
                pdf.text(60, 720 - 14 * i, 10, "Item number " + i).amount(540, 720 - 14 * i, 10, i + ".90");
            }
            return pdf.bytes();
        }
    }
}
