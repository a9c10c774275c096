-- When an institution moves in the tree, those above it now reach what was kept under its code.
create trigger intake_silence_tree_changed after update of parent on identity_institution
    for each row when (new.parent is distinct from old.parent) execute function identity_extend_scope('intake_silence');
create trigger intake_heartbeat_tree_changed after update of parent on identity_institution
    for each row when (new.parent is distinct from old.parent) execute function identity_extend_scope('intake_heartbeat');
