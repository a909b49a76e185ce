package io.countersign.money.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.money.PdfReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The real process reads every file here; the hostile ones are built by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GuardedPdfTextTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(500);

    private final GuardedPdfText pdfs = new GuardedPdfText(GENEROUS);

    @AfterAll
    void close() {
        pdfs.close();
    }

    private String text(byte[] pdf) {
        return text(pdfs.read(pdf));
    }

    private static String text(PdfReading reading) {
        assertThat(reading).isInstanceOf(PdfReading.Text.class);
        return String.join("\f", ((PdfReading.Text) reading).pages());
    }

    private static PdfReading unreadable(String reason) {
        return new PdfReading.Unreadable(reason);
    }

    private static byte[] helloInvoice() {
        return RawPdf.page("BT /F1 12 Tf 16 TL 64 760 Td (Invoice 4711) Tj T* (Total: EUR 42.00) Tj ET")
                .bytes();
    }

    @Test
    void linesOfTextComeOutAsLines() {
        assertThat(text(helloInvoice())).isEqualTo("Invoice 4711\nTotal: EUR 42.00");
    }

    @Test
    void anEmptyUserPasswordOpensTheFile() throws IOException {
        for (int bits : new int[] {40, 128, 256}) {
            try (var pdf = new WrittenPdf().text(60, 700, 10, "Total 42.00").protect("", bits)) {
                assertThat(text(pdf.bytes())).isEqualTo("Total 42.00");
            }
        }
    }

    @Test
    void anyOtherPasswordLeavesItClosed() throws IOException {
        for (int bits : new int[] {40, 128, 256}) {
            try (var pdf = new WrittenPdf().text(60, 700, 10, "Total 42.00").protect("secret", bits)) {
                assertThat(pdfs.read(pdf.bytes())).isEqualTo(unreadable("encrypted"));
            }
        }
    }

    @Test
    void aCertificateLeavesItClosed() {
        var pdf = RawPdf.page("BT ET")
                .trailer("/ID [<00> <00>] /Encrypt << /Filter /Adobe.PubSec /V 4 /Length 128"
                        + " /SubFilter /adbe.pkcs7.s5 /StmF /DefaultCryptFilter /StrF /DefaultCryptFilter"
                        + " /CF << /DefaultCryptFilter << /CFM /AESV2 /Recipients [<3080>] >> >> >>");
        assertThat(pdfs.read(pdf.bytes())).isEqualTo(unreadable("encrypted for a certificate"));
    }

    @Test
    void whatIsNoPdfNeverReachesTheProcess() {
        var junk = new byte[5000];
        new Random(7).nextBytes(junk);
        try (var idle = new GuardedPdfText(GENEROUS)) {
            assertThat(idle.read(new byte[0])).isEqualTo(unreadable("empty"));
            assertThat(idle.read(junk)).isEqualTo(unreadable("broken: not a PDF"));
            assertThat(idle.read("%PDF".getBytes(ISO_8859_1))).isEqualTo(unreadable("broken: not a PDF"));
            assertThat(idle.read(new byte[10 * 1024 * 1024 + 1])).isEqualTo(unreadable("larger than 10 MB"));
            assertThat(idle.workerPid()).isEmpty();
        }
    }

    @Test
    void randomBytesBehindTheMarkAreBroken() {
        var random = new Random(11);
        for (int i = 0; i < 20; i++) {
            var junk = new byte[random.nextInt(4000)];
            random.nextBytes(junk);
            var out = new ByteArrayOutputStream();
            out.writeBytes("%PDF-1.7\n".getBytes(ISO_8859_1));
            out.writeBytes(junk);
            assertThat(pdfs.read(out.toByteArray())).isEqualTo(unreadable("broken: damaged beyond repair"));
        }
    }

    @Test
    void everyTruncationGetsAnAnswer() {
        var whole = helloInvoice();
        assertThat(pdfs.read(Arrays.copyOf(whole, 40))).isInstanceOf(PdfReading.Unreadable.class);
        for (int length = 40; length < whole.length; length += 9) {
            assertThat(pdfs.read(Arrays.copyOf(whole, length))).isNotNull();
        }
        var withoutTable = new String(whole, ISO_8859_1);
        withoutTable = withoutTable.substring(0, withoutTable.indexOf("xref"));
        assertThat(text(withoutTable.getBytes(ISO_8859_1))).contains("Total: EUR 42.00");
    }

    @Test
    void everyDamageGetsAnAnswer() {
        var random = new Random(13);
        for (int i = 0; i < 150; i++) {
            var damaged = helloInvoice();
            for (int j = 0; j < 8; j++) {
                damaged[9 + random.nextInt(damaged.length - 9)] = (byte) random.nextInt(256);
            }
            assertThat(pdfs.read(damaged)).isNotNull();
        }
        assertThat(text(helloInvoice())).contains("42.00");
    }

    @Test
    void aLoopInTheTreeOfPagesEnds() {
        var pdf = RawPdf.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 9 /Parent 3 0 R >>",
                "<< /Type /Pages /Kids [2 0 R] /Count 9 /Parent 2 0 R >>");
        assertThat(pdfs.read(pdf.bytes())).isEqualTo(unreadable("broken: no page can be read"));
    }

    @Test
    void pagesThatAreOnlyDeclaredDoNotCount() {
        var pdf = RawPdf.page("BT /F1 12 Tf 64 760 Td (Total 42.00) Tj ET")
                .replace(2, "<< /Type /Pages /Kids [3 0 R] /Count 50000 >>");
        assertThat(pdfs.read(pdf.bytes())).isEqualTo(new PdfReading.Text(List.of("Total 42.00")));
    }

    @Test
    void ofALongDocumentTheBeginningAndTheEndAreRead() {
        var kids = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            kids.append(i == 0 || i == 49_999 ? "3 0 R " : "6 0 R ");
        }
        var pdf = RawPdf.page("BT /F1 12 Tf 64 760 Td (Total 42.00) Tj ET")
                .replace(2, "<< /Type /Pages /Kids [" + kids + "] /Count 50000 >>")
                .add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>");
        var pages = ((PdfReading.Text) pdfs.read(pdf.bytes())).pages();
        assertThat(pages).hasSize(22).startsWith("Total 42.00", "").endsWith("", "Total 42.00");
    }

    @Test
    void textIsCutAtItsLimit() {
        var line = "(" + "x".repeat(1000) + ") Tj T* ";
        var pdf = RawPdf.page("BT /F1 1 Tf 1 TL 0 760 Td " + line.repeat(300) + "ET");
        assertThat(text(pdf.bytes())).hasSizeBetween(199_000, 200_000);
    }

    @Test
    void aFileThatInflatesTo2GigabytesIsStopped() {
        var pdf = RawPdf.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>")
                .stream("/Filter /FlateDecode", deflated("(".repeat(1 << 20), 2048));
        assertThat(pdfs.read(pdf.bytes())).isEqualTo(unreadable("needs more than 192 MB"));
        assertThat(text(helloInvoice())).contains("42.00");
    }

    /** Deflated text that inflates to so many copies of itself: blocks of deflate can simply be repeated. */
    private static byte[] deflated(String text, int copies) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(text.getBytes(ISO_8859_1));
            var block = new byte[100_000];
            int length = deflater.deflate(block, 0, block.length, Deflater.SYNC_FLUSH);
            var out = new ByteArrayOutputStream();
            out.writeBytes(new byte[] {0x78, (byte) 0xda});
            for (int i = 0; i < copies; i++) {
                out.write(block, 0, length);
            }
            return out.toByteArray();
        }
    }

    @Test
    void aDrawingThatNeverEndsIsStoppedByItsDeadline() {
        try (var impatient = new GuardedPdfText(SHORT)) {
            assertThat(impatient.read(neverEnding())).isEqualTo(unreadable("took longer than 0.5 s"));
            assertThat(impatient.workerPid()).isEmpty();
        }
    }

    /** A form that draws itself twice, each of which draws itself twice, fifty deep. */
    private static byte[] neverEnding() {
        var form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 6 0 R >> >>";
        return RawPdf.page("/A Do")
                .replace(
                        3,
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R"
                                + " /Resources << /XObject << /A 6 0 R >> >> >>")
                .stream(form, "/A Do /A Do".getBytes(ISO_8859_1))
                .bytes();
    }

    @Test
    void scriptsAndActionsAreNotLookedAt(@TempDir Path folder) {
        var trace = folder.resolve("trace");
        var pdf = RawPdf.page("BT /F1 12 Tf 64 760 Td (Total 42.00) Tj ET")
                .replace(1, "<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /AA << /WC 7 0 R >> >>")
                .add("<< /S /JavaScript /JS (while \\(true\\) app.alert\\(1\\)) /Next 7 0 R >>")
                .add("<< /S /Launch /F (" + trace + ") /Next 6 0 R >>");
        assertThat(text(pdf.bytes())).isEqualTo("Total 42.00");
        assertThat(trace).doesNotExist();
    }

    @Test
    void deepNestingEnds() {
        var deep = "[".repeat(200_000) + "]".repeat(200_000);
        assertThat(pdfs.read(RawPdf.page("BT /F1 9 Tf (Total 42.00) Tj ET", "/Deep " + deep)
                        .bytes()))
                .isInstanceOf(PdfReading.Unreadable.class);
        assertThat(pdfs.read(
                        RawPdf.page("BT /F1 9 Tf (Total 42.00) Tj ET " + deep).bytes()))
                .isNotNull();
        assertThat(text(helloInvoice())).contains("42.00");
    }

    @Test
    void aHugePageReadsLikeAnyOther() {
        var box = "/MediaBox [-1e30 -1e30 1e30 1e30] /UserUnit 1e9";
        assertThat(text(RawPdf.page("BT /F1 12 Tf 64 760 Td (Total 42.00) Tj ET", box)
                        .bytes()))
                .isEqualTo("Total 42.00");
    }

    @Test
    void aPictureHasNoText() {
        assertThat(pdfs.read(RawPdf.page("0 0 9 9 re f").bytes())).isEqualTo(unreadable("no text, only pictures"));
    }

    @Test
    void aKilledProcessIsReplaced() {
        try (var reader = new GuardedPdfText(GENEROUS)) {
            assertThat(text(reader.read(helloInvoice()))).contains("42.00");
            long first = reader.workerPid().orElseThrow();
            var process = ProcessHandle.of(first).orElseThrow();
            process.destroyForcibly();
            assertThat(text(reader.read(helloInvoice()))).contains("42.00");
            process.onExit().join();
            assertThat(text(reader.read(helloInvoice()))).contains("42.00");
            assertThat(reader.workerPid().orElseThrow()).isNotEqualTo(first);
        }
    }

    @Test
    void oneProcessServesSeveralThreads() {
        var others = workers();
        try (var reader = new GuardedPdfText(GENEROUS)) {
            var readings = new ArrayList<CompletableFuture<PdfReading>>();
            for (int i = 0; i < 40; i++) {
                var pdf = RawPdf.page("BT /F1 12 Tf 64 760 Td (Total " + i + ".00) Tj ET")
                        .bytes();
                readings.add(CompletableFuture.supplyAsync(() -> reader.read(pdf), Thread::startVirtualThread));
            }
            for (int i = 0; i < 40; i++) {
                assertThat(text(readings.get(i).join())).isEqualTo("Total " + i + ".00");
            }
            assertThat(workers()).hasSize(others.size() + 1).containsAll(others);
        }
        assertThat(workers()).isEqualTo(others);
    }

    private static Set<Long> workers() {
        return ProcessHandle.current()
                .children()
                .filter(process -> process.info().commandLine().orElse("").endsWith(PdfWorker.class.getName()))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    @Test
    void aFileThatEndsTwoProcessesIsNotGivenAThird() {
        try (var reader = new GuardedPdfText(GENEROUS)) {
            var reading = CompletableFuture.supplyAsync(() -> reader.read(neverEnding()), Thread::startVirtualThread);
            var first = awaitWorker(reader, 0);
            first.destroyForcibly();
            awaitWorker(reader, first.pid()).destroyForcibly();
            assertThat(reading.join()).isEqualTo(unreadable("broken: it ended the reader"));
            assertThat(text(reader.read(helloInvoice()))).contains("42.00");
        }
    }

    @Test
    void closingInTheMiddleOfAFileAnswersItsReader() {
        var reader = new GuardedPdfText(GENEROUS);
        var reading = CompletableFuture.supplyAsync(() -> reader.read(neverEnding()), Thread::startVirtualThread);
        var process = awaitWorker(reader, 0);
        reader.close();
        assertThat(reading.join()).isEqualTo(unreadable("not read: the program was closing"));
        assertThat(process.isAlive()).isFalse();
    }

    private static ProcessHandle awaitWorker(GuardedPdfText reader, long otherThan) {
        while (true) {
            var pid = reader.workerPid().filter(other -> other != otherThan);
            if (pid.isPresent()) {
                return ProcessHandle.of(pid.get()).orElseThrow();
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void closingEndsTheProcessAndAnswersWhoeverAsks() {
        var reader = new GuardedPdfText(GENEROUS);
        assertThat(text(reader.read(helloInvoice()))).contains("42.00");
        var process = ProcessHandle.of(reader.workerPid().orElseThrow()).orElseThrow();
        reader.close();
        assertThat(process.isAlive()).isFalse();
        assertThat(reader.read(helloInvoice())).isEqualTo(unreadable("not read: the program was closing"));
        assertThat(reader.workerPid()).isEmpty();
        reader.close();
    }

    @Test
    void theProcessEndsWithItsInput() throws IOException {
        var process = WorkerCommand.create().start();
        assertThat(process.getInputStream().read()).isZero();
        process.getOutputStream().close();
        assertThat(process.onExit().join().exitValue()).isZero();
    }

    @Test
    void theProcessKeepsNoListOfFonts() {
        var list = Path.of(System.getProperty("user.home"), ".pdfbox.cache");
        boolean before = Files.exists(list);
        assertThat(text(helloInvoice())).contains("42.00");
        assertThat(Files.exists(list)).isEqualTo(before);
    }

    @Test
    void theProcessGetsNoneOfOurEnvironment() {
        assertThat(WorkerCommand.create().environment().keySet()).allMatch(name -> name.equalsIgnoreCase("SystemRoot"));
    }
}
