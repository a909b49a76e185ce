package io.countersign.approval.ui;

import io.countersign.approval.ui.EarlierApplications.Earlier;
import io.countersign.shared.text.OneLine;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Reminds quietly of applications at the employer that a mail is about. */
final class AppliedPane {
    private static final int NAMED = 3;
    private static final int LONGEST_NAME = 60;

    private final ApprovalWords words;
    private final Runnable applications;

    /** {@code applications} shows all of them. */
    AppliedPane(ApprovalWords words, Runnable applications) {
        this.words = words;
        this.applications = applications;
    }

    /** A sentence for each of the newest and a way to all; nothing when there is none. */
    List<Node> lines(List<Earlier> earlier) {
        if (earlier.isEmpty()) {
            return List.of();
        }
        var sentences = earlier.stream().limit(NAMED).map(one -> (Node) label(sentence(one)));
        return Stream.concat(sentences, Stream.of(link())).toList();
    }

    private String sentence(Earlier one) {
        var texts = words.texts();
        var role = one.role().isEmpty() ? texts.get("approvals.applied.role.unknown") : shortened(one.role());
        var stage = texts.get("clause.stage." + one.stage().id());
        var what = one.applied()
                .map(day -> texts.get(
                        "approvals.applied.on",
                        shortened(one.company()),
                        role,
                        words.formats().date(day)))
                .orElseGet(() -> texts.get("approvals.applied", shortened(one.company()), role));
        var where = one.daysSilent()
                .map(days -> texts.get("approvals.applied.silent", stage, days))
                .orElseGet(() -> texts.get("approvals.applied.ended", stage));
        return what + " " + where;
    }

    private Hyperlink link() {
        var link = new Hyperlink(words.texts().get("approvals.applied.show"));
        link.setId("earlier-applications");
        link.setOnAction(_ -> applications.run());
        return link;
    }

    private static String shortened(String name) {
        var line = OneLine.of(name);
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static Label label(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
