package io.countersign.policy.ui;

import io.countersign.policy.ui.ClauseDraft.Group;
import io.countersign.policy.ui.ClauseDraft.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes to a tree of clauses; each gives a new tree, and the same one where there is nothing to change. */
final class ClauseEdits {
    private final ClauseDrafts drafts;

    ClauseEdits(ClauseDrafts drafts) {
        this.drafts = drafts;
    }

    /** Puts what {@code change} makes of it in the place of a clause. */
    static ClauseDraft replace(ClauseDraft root, long key, UnaryOperator<ClauseDraft> change) {
        if (root.key() == key) {
            return change.apply(root);
        }
        return root instanceof Group group
                ? group.with(group.parts().stream()
                        .map(part -> replace(part, key, change))
                        .toList())
                : root;
    }

    /** The clause with a key. */
    static Optional<ClauseDraft> find(ClauseDraft root, long key) {
        if (root.key() == key) {
            return Optional.of(root);
        }
        return root instanceof Group group
                ? group.parts().stream()
                        .flatMap(part -> find(part, key).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** The group that a clause is a part of. */
    static Optional<Group> parent(ClauseDraft root, long key) {
        if (!(root instanceof Group group)) {
            return Optional.empty();
        }
        return group.parts().stream().anyMatch(part -> part.key() == key)
                ? Optional.of(group)
                : group.parts().stream()
                        .flatMap(part -> parent(part, key).stream())
                        .findFirst();
    }

    /** Takes a clause out; a negation goes with what it negates, and an empty group takes the place of the whole. */
    ClauseDraft remove(ClauseDraft root, long key) {
        if (root.key() == key) {
            return drafts.group(Kind.ALL, List.of());
        }
        var parent = parent(root, key);
        if (parent.isEmpty()) {
            return root;
        }
        return parent.get().kind() == Kind.NOT
                ? remove(root, parent.get().key())
                : replace(root, parent.get().key(), whole -> without((Group) whole, key));
    }

    /** Adds a clause at the end of a group, or behind a clause that is none. */
    ClauseDraft add(ClauseDraft root, long key, ClauseDraft added) {
        return find(root, key).orElse(root) instanceof Group group
                        && (group.kind() != Kind.NOT || group.parts().isEmpty())
                ? replace(root, group.key(), whole -> ((Group) whole).with(appended(group.parts(), added)))
                : addBehind(root, key, added);
    }

    /** Adds a clause behind another one, in the same group where there is one. */
    ClauseDraft addBehind(ClauseDraft root, long key, ClauseDraft added) {
        var parent = parent(root, key);
        if (parent.isPresent() && parent.get().kind() != Kind.NOT) {
            return replace(root, parent.get().key(), whole -> insertedBehind((Group) whole, key, added));
        }
        return parent.map(negation -> addBehind(root, negation.key(), added))
                .orElseGet(() -> drafts.group(Kind.ALL, List.of(root, added)));
    }

    /** Adds a condition that must hold as well. */
    ClauseDraft require(ClauseDraft root, ClauseDraft added) {
        return root instanceof Group group && group.kind() == Kind.ALL
                ? group.with(appended(group.parts(), added))
                : drafts.group(Kind.ALL, List.of(root, added));
    }

    /** Puts a clause into a group of its own. */
    ClauseDraft wrap(ClauseDraft root, long key, Kind kind) {
        return replace(root, key, clause -> drafts.group(kind, List.of(clause)));
    }

    /** Turns a clause around, or back. */
    ClauseDraft negate(ClauseDraft root, long key) {
        var parent = parent(root, key).filter(group -> group.kind() == Kind.NOT);
        if (parent.isPresent()) {
            return replace(root, parent.get().key(), _ -> find(root, key).orElseThrow());
        }
        return replace(
                root,
                key,
                clause -> clause instanceof Group group
                                && group.kind() == Kind.NOT
                                && !group.parts().isEmpty()
                        ? group.parts().getFirst()
                        : drafts.group(Kind.NOT, List.of(clause)));
    }

    /** Changes how the parts of a group belong together; several parts are negated as a group. */
    ClauseDraft regroup(ClauseDraft root, long key, Kind kind) {
        return replace(root, key, clause -> {
            if (!(clause instanceof Group group) || group.kind() == kind) {
                return clause;
            }
            return kind == Kind.NOT && group.parts().size() != 1
                    ? new Group(group.key(), Kind.NOT, List.of(drafts.group(group.kind(), group.parts())))
                    : new Group(group.key(), kind, group.parts());
        });
    }

    /** Adds a copy behind a clause. */
    ClauseDraft duplicate(ClauseDraft root, long key) {
        return find(root, key)
                .map(clause -> addBehind(root, key, drafts.copy(clause)))
                .orElse(root);
    }

    /** Moves a clause one place up or down; over the edge of its group it leaves it. */
    ClauseDraft move(ClauseDraft root, long key, int by) {
        var parent = parent(root, key).orElse(null);
        if (parent == null) {
            return root;
        }
        if (parent.kind() == Kind.NOT) {
            return move(root, parent.key(), by);
        }
        int from = indexOf(parent, key);
        int to = from + by;
        if (to >= 0 && to < parent.parts().size()) {
            var parts = new ArrayList<>(parent.parts());
            parts.add(to, parts.remove(from));
            return replace(root, parent.key(), _ -> parent.with(parts));
        }
        return leave(root, parent, key, by);
    }

    private static ClauseDraft leave(ClauseDraft root, Group parent, long key, int by) {
        var around = parent(root, parent.key()).orElse(null);
        if (around == null || around.kind() == Kind.NOT) {
            return root;
        }
        var clause = find(parent, key).orElseThrow();
        int at = indexOf(around, parent.key());
        var parts = new ArrayList<ClauseDraft>(around.parts());
        parts.set(at, without(parent, key));
        parts.add(by < 0 ? at : at + 1, clause);
        return replace(root, around.key(), _ -> around.with(parts));
    }

    private static int indexOf(Group group, long key) {
        return group.parts().stream().map(ClauseDraft::key).toList().indexOf(key);
    }

    private static Group without(Group group, long key) {
        return group.with(
                group.parts().stream().filter(part -> part.key() != key).toList());
    }

    private static Group insertedBehind(Group group, long key, ClauseDraft added) {
        var parts = new ArrayList<>(group.parts());
        parts.add(indexOf(group, key) + 1, added);
        return group.with(parts);
    }

    private static List<ClauseDraft> appended(List<ClauseDraft> parts, ClauseDraft added) {
        var more = new ArrayList<>(parts);
        more.add(added);
        return more;
    }
}
