package io.countersign.shared.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/** Draws nodes to a picture without a window, so that no display is needed. */
public final class SceneRenderer {
    private static final int PASSES = 3;

    /** A scene of that size, dressed and laid out. For the JavaFX thread. */
    public Scene scene(Parent root, int width, int height, Look look) {
        var scene = new Scene(root, width, height);
        look.applyTo(scene);
        return scene;
    }

    /** Gives every node its place, as a frame of a window would. For the JavaFX thread. */
    public void layOut(Scene scene) {
        // Virtualised lists fill their rows in the first pass and measure them in the next.
        for (int i = 0; i < PASSES; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    /** The scene as it would be shown. For the JavaFX thread. */
    public Image draw(Scene scene) {
        layOut(scene);
        // A scroll pane keeps an image of its content, which only the frames of a window ever renew.
        scene.getRoot().lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
        return scene.snapshot(null);
    }

    /** Writes a PNG file, replacing what was there. From any thread. */
    public void write(Image image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (!ImageIO.write(copy, "png", file.toFile())) {
            throw new IOException("no PNG writer for " + file);
        }
    }
}
