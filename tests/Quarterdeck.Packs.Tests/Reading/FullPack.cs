namespace Quarterdeck.Packs.Tests.Reading;

/// <summary>A small pack in which every column of every table is used, none as its default.</summary>
internal sealed class FullPack
{
    public static readonly (string Name, string Header, string Rows)[] Tables =
    [
        (
            "settings",
            "key,value",
            "organisation,Test Council\nfinancial_year_start,4\nacademic_year_start,9\nterm_ends,\"12,4,7\"\nlocale,en-GB\nrating_scheme,words\nlabels.target,Aim\n"),
        (
            "areas",
            "code,name,parent,kind,order,summary_group,summary_order",
            "DEP,Department,,department,1,All of it,2\nSRV,Service,DEP,service-area,2,Some of it,1\n"),
        (
            "posts",
            "area,ref,role,holder,title,from,to,order",
            "SRV,,director,Director of Services,Corporate Director,2024-01-01,2026-12-31,1\n,A,responsible-officer,Head of Service,,,,\n"),
        ("objectives", "code,title,parent,kind", "plan,The plan,,plan\np1,First priority,plan,priority\n"),
        ("indicators",
            "ref,title,kind,short_title,area,summary_group,parent,objectives,unit,currency,scale,per,decimals,target_decimals,polarity,frequency,calendar,year_start,basis,ytd,ytd_from,weight,lag,rate_on,range_on,direction,dead_band,scheme,delivered_by,source,definition,"
                + "data_note,from,to,break,from_months,numerator_ref,denominator_ref,tolerance,retired_reason,replaced_by",
            "A,Share done on time,kpi,On "
            + "time,SRV,Speed,,plan;p1,percent,,1000,1000,1,2,lower,quarter,calendar,2,rolling-12,weighted,6,B,3,exact,latest,previous;baseline,0.5%,words,A partner,A system,\"What is counted,\nand what is not\",\"+ a note\",2020-01,2030-12,counted anew,sum,,,2.5,No longer required,B\n"
            + "B,Volume,activity,,SRV,,A,,money,EUR,,,,,neutral,month,financial,,cumulative,latest,,,,,,,,,,,,,,,,,,,,,\n"
            + "F,Share of volume,context,,,,,,percent,,,,,,neutral,month,financial,,period,ratio,,,,,,,,,,,,,,,,,B,B,,,\n"
            + "G,Inspection,kpi,,,,,,grade,,,,,,,year,financial,,period,none,,,,,,,,inspection,,,,,,,,,,,,,\n"
            + "M,Plan agreed,milestone,,,,,,number,,,,,,higher,year,financial,,period,none,,,,,,,,,,,,,,,,,,,,,\n"),
        (
            "targets",
            "ref,from,to,scope,target,floor,lower,upper,profile,target_from,text,label,breakdown,relative,rationale,approved_by,approved_on",
            "A,2025-02,2026-01,ytd,97.50,90.0,80,99,straight-line,national average,Date met,Aim,North,best of +2%; mean 3,Set by statute,Cabinet,2025-01-31\n"
            + "G,2025-04,,,Good,Not good,,,,,,,,,,,\n"),
        ("results", "ref,period,value,numerator,denominator,ytd,marker,status,breakdown,note,decimals,rating,rating_reason,rating_by,rating_approved_by,previous_year,previous_year_ytd",
            "A,2025-04,97.50,39,40,-1.5,,provisional,North,=not a formula,1,green,Appeal heard,Head,Director,not available: #N/A,new: New in "
            + "2025/26\nA,2025-07,,,,,suspended: Survey "
            + "paused,,,'quoted,,,,,,,\nB,2025-10,123456789012.345,,,,,,,,,,,,,,\nG,2026-03,Good,,,,,,,,,,,,,Not good,\n"),
        ("milestones", "ref,step,due,done,state,meeting_on,clear_days,note", "M,Draft,2025-06-30,2025-06-29,met,2025-07-10,5,@once\n"),
        ("comparators", "ref,period,name,value,unit,lower,upper,note", "A,year to December 2010,national average,95.0,per-1000,90,99,Counts differently\n"),
        (
            "commentary",
            "round,kind,text,refs,area,group,state,answers,author,written_on,order",
            "2025-10,assurance,\"- first\n- second \"\"quoted\"\"\",A;B,SRV,In the longer term,reviewed,1,An officer,2025-11-12,2\n"),
        (
            "published",
            "ref,round,period,ytd_period,value,rating,ytd,ytd_rating,range,direction,previous_rating",
            "A,2025-10,2025-07,2025-04,suspended,Good,97,Poor,Above,improved,Fair\n"),
        (
            "reports",
            "code,kind,title,period_columns,results_to,areas,committee,meeting_on,recommendation,classification,authors",
            "dash,dashboard,The dashboard,4,2025-10,DEP;SRV,Committee,2025-11-26,Note it,Unrestricted,One;Two\n"),
        ("report_tables", "report,table,columns,periods,order", "dash,SRV;activity,year-to-date;range,13,B;F\n"),
        (
            "schemes",
            "scheme,order,band,rule,amount,label,shape,colour,strict",
            "words,1,good,within-relative,5,Good,star,green,yes\nwords,2,poor,otherwise,,Poor,square,#b10e1e,\n"
            + "inspection,1,good,grade,,Good,star,green,\ninspection,2,bad,grade,,Not good,square,red,\n"),
        ("tables", "table,row,column,value,title,row_order,column_order,role,part_of,column_part_of,unit,marker,note,accepted",
            "c,Total,All,10.0,Complaints,2,2,total,,,number,,,\nc,North,Apr,about ten,Complaints,1,1,of-which,Total,All,,,-5 is "
            + "text,Rounded\nc,South,Apr,,,,,,,,,suppressed,,\n"),
        (
            "risks",
            "id,title,area,refs,objectives,cause,consequence,likelihood,impact,inherent_likelihood,inherent_impact,target_likelihood,target_impact,"
                + "appetite,response,owner,reviewed_on,register,public,from,to",
            "R1,It fails,SRV,A;B,p1,Old parts,Nothing moves,3,4,4,5,2,3,8,treat,Director of Services,2025-10-14,corporate,yes,2025-04,2025-09\n"
                + "R1,It fails,,,,,,4,4,,,,,,,,,,,2025-10,\n"),
        (
            "actions",
            "id,title,refs,risk,area,owner,due,revised_due,status,progress,done_on,update,since,public,order",
            "A1,Mend it,A;B,R1,SRV,Head of Service,2025-09-30,2025-11-30: late parts;2026-01-31,slipping,40,2025-12-01,**Half** done.,2025-08,no,2\n"),
        ("call_ins", "ref,round,reason,state,meeting_on,outcome,actions,waived_by,follow_up",
            "A,2025-10,Asked for,reviewed,2025-11-26,Content,A1,Chair,2026-01\n"),
    ];

    public FullPack(Scratch scratch)
    {
        Folder = scratch.Folder;
        foreach (var (name, header, rows) in Tables)
        {
            File.WriteAllText(scratch.Path(name + ".csv"), header + "\n" + rows);
        }
    }

    public string Folder { get; }
}
