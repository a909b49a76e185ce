package planted.mail.ui;

import javafx.scene.Scene;

/** Breaks: a view model knows no scene. */
public record SceneViewModel(Scene scene) {}
