-- What only the owner of the store does: goes through all organisations (which SQLite, whose owner is whoever may write to the file,
-- always allows), and erases a text for good.

-- The text of an entry and its salt may go, together and for good, where a later change says that they were erased. All else is kept.
DROP TRIGGER entry_is_kept;
CREATE TRIGGER entry_is_kept BEFORE UPDATE ON entry
WHEN NOT (
    NEW.body IS NULL AND NEW.salt IS NULL AND OLD.digest IS NOT NULL
    AND NEW.org IS OLD.org AND NEW.change IS OLD.change AND NEW.ordinal IS OLD.ordinal AND NEW.table_name IS OLD.table_name
    AND NEW.row_key IS OLD.row_key AND NEW.version IS OLD.version AND NEW.place IS OLD.place AND NEW.digest IS OLD.digest
    AND EXISTS (
        SELECT 1 FROM entry AS erasing
        WHERE erasing.org = OLD.org AND erasing.table_name = '@erased' AND erasing.change > OLD.change
            AND erasing.row_key = OLD.table_name || '/' || OLD.version || '/' || OLD.row_key
    )
)
BEGIN SELECT RAISE(ABORT, 'The ledger is only ever added to.'); END;
