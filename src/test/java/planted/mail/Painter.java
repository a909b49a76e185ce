package planted.mail;

import javafx.scene.paint.Color;

/** Breaks: only ui and app know JavaFX. */
public record Painter(Color color) {}
