-- What only the owner of the store does: goes through all organisations, and erases a text for good.

-- The owner, who is kept to one organisation like everybody else, may ask for the codes of all.
CREATE POLICY owner_lists_all ON organisation FOR SELECT USING (
    current_setting('quarterdeck.every_organisation', true) = 'on'
    AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = 'organisation'::regclass), 'USAGE')
);

-- The text of an entry and its salt may go, together and for good, where a later change says that they were erased. All else is kept.
CREATE FUNCTION entry_is_kept_unless_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.body IS NULL AND NEW.salt IS NULL AND OLD.digest IS NOT NULL
        AND (NEW.org, NEW.change, NEW.ordinal, NEW.table_name, NEW.row_key, NEW.version, NEW.place, NEW.digest)
            IS NOT DISTINCT FROM (OLD.org, OLD.change, OLD.ordinal, OLD.table_name, OLD.row_key, OLD.version, OLD.place, OLD.digest)
        AND EXISTS (
            SELECT FROM entry AS erasing
            WHERE erasing.org = OLD.org AND erasing.table_name = '@erased' AND erasing.change > OLD.change
                AND erasing.row_key = OLD.table_name || '/' || OLD.version || '/' || OLD.row_key
        )
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'The ledger is only ever added to.';
END
$$;

DROP TRIGGER entry_is_kept ON entry;
CREATE TRIGGER entry_is_kept BEFORE UPDATE ON entry FOR EACH ROW EXECUTE FUNCTION entry_is_kept_unless_erased();
CREATE TRIGGER entry_is_not_deleted BEFORE DELETE ON entry FOR EACH ROW EXECUTE FUNCTION ledger_is_kept();
