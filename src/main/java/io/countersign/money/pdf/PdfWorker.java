package io.countersign.money.pdf;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;

/**
 * The reading process: takes files on standard input, gives readings on standard output, one at a time. It ends when its
 * input ends, even in the middle of a file, so that it never outlives the program; and after a minute without files.
 */
public final class PdfWorker {
    private static final int IDLE_SECONDS = 60;

    private PdfWorker() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var files = new DataInputStream(new BufferedInputStream(System.in));
        var readings = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        FontMappers.set(new BundledFonts());
        var queue = new ArrayBlockingQueue<byte[]>(1);
        new Thread(() -> serve(queue, readings), "files").start();
        readings.writeByte(0);
        readings.flush();
        accept(files, queue);
    }

    /** Always waits for input while the other thread works, and so learns at once that the program is gone. */
    private static void accept(DataInputStream files, BlockingQueue<byte[]> queue) throws InterruptedException {
        try {
            while (true) {
                queue.put(Frames.readFile(files));
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static void serve(BlockingQueue<byte[]> queue, DataOutputStream readings) {
        int exit = 1;
        try {
            for (var file = next(queue); file != null; file = next(queue)) {
                Frames.writeReading(PdfExtraction.read(file), readings);
            }
            exit = 0;
        } catch (OutOfMemoryError e) {
            exit = WorkerCommand.OUT_OF_MEMORY;
        } catch (IOException | InterruptedException e) {
            exit = 0;
        } finally {
            Runtime.getRuntime().halt(exit);
        }
    }

    private static byte @Nullable [] next(BlockingQueue<byte[]> queue) throws InterruptedException {
        return queue.poll(IDLE_SECONDS, TimeUnit.SECONDS);
    }
}
