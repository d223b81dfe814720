/// <summary>A pack in the making: tables by name, each under the hand-written rows of the same name.</summary>
sealed class Pack(string name, string hand)
{
    static readonly Dictionary<string, (string Key, string Columns)> Tables = new()
    {
        ["settings"] = ("key", "key,value"),
        ["areas"] = ("code", "code,name,parent,kind,order,summary_group,summary_order"),
        ["posts"] = ("area,ref,role,holder", "area,ref,role,holder,order"),
        ["objectives"] = ("code", "code,title,parent,kind"),
        ["indicators"] =
            ("ref", "ref,title,kind,short_title,area,summary_group,parent,objectives,unit,scale,polarity,frequency,calendar,year_start,basis,ytd,ytd_from,weight,source,definition,data_note"),
        ["targets"] = ("ref,from,scope", "ref,from,to,scope,target,floor,lower,upper,profile,target_from,text,label,approved_by,approved_on"),
        ["results"] = ("ref,period", "ref,period,value,ytd,status,previous_year,previous_year_ytd,note"),
        ["milestones"] = ("ref,step", "ref,step,due,state,meeting_on,clear_days,note"),
        ["comparators"] = ("ref,period,name", "ref,period,name,value,unit,note"),
        ["commentary"] = ("kind,refs,area,group,order", "round,kind,refs,area,group,order,text,state,answers,author,written_on"),
        ["published"] = ("ref,round,period", "ref,round,period,value,rating,ytd,ytd_rating,range,direction,previous_rating"),
        ["tables"] = ("table,row,column", "table,row,column,value,title,role,part_of,column_part_of,unit,note,accepted"),
        ["checks"] = ("code,ref", "code,ref,state,reason,until"),
        ["reports"] = (
            "code",
            "code,kind,title,period_columns,results_to,areas,committee,meeting_on,recommendation,classification,authors,since,attached,contacts,background"),
    };

    readonly Dictionary<string, List<Row>> _tables = Tables.Keys.ToDictionary(t => t, _ => new List<Row>());
    bool _laid;

    public string Name => name;

    public void Add(string table, IEnumerable<Row> rows) => _tables[table].AddRange(rows);

    /// <summary>Lays the hand-written rows over the made ones; an area may be named in the seeds and is written as its code.</summary>
    Dictionary<string, List<Row>> Laid()
    {
        if (_laid)
        {
            return _tables;
        }

        foreach (var (table, (key, _)) in Tables)
        {
            var file = Path.Combine(hand, table + ".csv");
            foreach (var written in File.Exists(file) ? Csv.Read(hand, table + ".csv") : [])
            {
                var made = _tables[table].Where(r => written.Key(key) == r.Key(key) || written["ref"] == "*").ToList();
                made.ForEach(r => r.Lay(written, not: "ref"));
                if (made.Count == 0)
                {
                    _tables[table].Add(written);
                }
            }
        }

        var codes = _tables["areas"].ToDictionary(a => a["name"], a => a["code"]);
        foreach (var indicator in _tables["indicators"])
        {
            indicator["area"] = codes.GetValueOrDefault(indicator["area"], indicator["area"]);
        }

        _laid = true;
        return _tables;
    }

    /// <summary>What is wrong with the pack before it is written: keys said twice, things nobody defined, names of people.</summary>
    public IEnumerable<string> Faults(IReadOnlyCollection<string> people)
    {
        var tables = Laid();
        var known = new Dictionary<string, HashSet<string>>
        {
            ["ref"] = [.. tables["indicators"].Select(r => r["ref"])],
            ["area"] = [.. tables["areas"].Select(r => r["code"])],
            ["objectives"] = [.. tables["objectives"].Select(r => r["code"])],
        };
        (known["refs"], known["weight"], known["areas"]) = (known["ref"], known["ref"], known["area"]);
        foreach (var (table, rows) in tables)
        {
            var columns = Tables[table].Columns.Split(',');
            foreach (var twice in rows.GroupBy(r => r.Key(Tables[table].Key)).Where(g => g.Count() > 1))
            {
                yield return $"{table}: {twice.Key} is there {twice.Count()} times";
            }

            foreach (var row in rows)
            {
                foreach (var (column, text) in row.Where(c => c.Value.Length > 0))
                {
                    var unknown = known.TryGetValue(column, out var codes)
                        ? text.Split(';', StringSplitOptions.TrimEntries).Where(c => !codes.Contains(c)) : [];
                    foreach (var code in unknown)
                    {
                        yield return $"{table}: {column} {code} is not defined";
                    }

                    foreach (var person in people.Where(p => text.Contains(p, StringComparison.OrdinalIgnoreCase)))
                    {
                        yield return $"{table}: {column} of {row.Key(Tables[table].Key)} names a person ({person})";
                    }

                    if (!columns.Contains(column))
                    {
                        yield return $"{table}: {column} is no column of it";
                    }
                }
            }
        }
    }

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (table, rows) in Laid().Where(t => t.Value.Count > 0))
        {
            Csv.Write(Path.Combine(folder, table + ".csv"), Tables[table].Columns.Split(','), rows);
        }
    }
}
