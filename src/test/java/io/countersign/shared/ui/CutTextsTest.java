package io.countersign.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class CutTextsTest {
    private static final int WIDTH = 200;
    private static final CutTexts CUT =
            CutTexts.of("figure").scrolling(parent -> parent.getStyleClass().contains("lanes"));

    private static Scene scene(Node... nodes) {
        var renderer = new SceneRenderer();
        var scene = renderer.scene(new Pane(nodes), WIDTH, 100, new Look(false, 1));
        renderer.layOut(scene);
        return scene;
    }

    private static Label figure(String text) {
        var label = new Label(text);
        label.getStyleClass().add("figure");
        return label;
    }

    private static Node at(double x, Node node) {
        node.setLayoutX(x);
        return node;
    }

    @Test
    void whatFitsIsNotCut() throws Exception {
        assertThat(CUT.in(() -> scene(new Button("Go…"), figure("7")))).isEmpty();
    }

    @Test
    void textThatIsShortenedOrBeyondTheEdgeIsCut() throws Exception {
        assertThat(CUT.in(() -> {
                    var narrow = new Button("Approve everything");
                    narrow.setMaxWidth(60);
                    return scene(narrow, at(WIDTH - 5, figure("1,234")), at(-9, figure("56")));
                }))
                .containsExactly("Approve everything (shortened)", "1,234 (outside)", "56 (outside)");
    }

    @Test
    void whatNobodyHasToReadIsNotLookedAt() throws Exception {
        assertThat(CUT.in(() -> {
                    var hidden = figure("hidden");
                    hidden.setVisible(false);
                    return scene(at(WIDTH, new Label("remark")), at(WIDTH, hidden), at(WIDTH, figure("")));
                }))
                .isEmpty();
    }

    @Test
    void whatScrollsCanBeReachedButMayNotBeShortened() throws Exception {
        assertThat(CUT.in(() -> {
                    var narrow = figure("a long figure");
                    narrow.setMaxWidth(30);
                    var lanes = new Pane(at(WIDTH, figure("far away")), narrow);
                    lanes.getStyleClass().add("lanes");
                    return scene(lanes);
                }))
                .containsExactly("a long figure (shortened)");
    }
}
